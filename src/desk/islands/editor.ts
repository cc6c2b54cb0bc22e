/** The editor of an article. */
export {};
