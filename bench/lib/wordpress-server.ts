/** WordPress from Debian's packages: php-fpm and nginx as Debian sets them up, once without a page cache and once behind nginx's. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Story } from "./blog.ts";
import type { MariaDb } from "./mariadb.ts";
import { answers, freePort, installed, program, type Running, ran, startedWhen } from "./programs.ts";

export type WordPress = Running & {
  readonly version: string;
  /** The story, printed by PHP for each who asks. */
  readonly plain: string;
  /** The same behind nginx's cache. */
  readonly cached: string;
  /** Where comments are sent, and the id of what they are of. */
  readonly comments: string;
  readonly post: number;
  readonly comment: { readonly count: () => number };
};

const PACKAGES = ["wordpress", "wordpress-theme-twentytwentythree", "php-fpm", "php-mysql", "php-cli"];
const INSTALLED = "/usr/share/wordpress";

export async function wordPress(folder: string, db: MariaDb, story: Story): Promise<WordPress> {
  const fpm = installed(PACKAGES, "php-fpm and WordPress", phpFpm);
  const nginx = program("nginx", "nginx-light");
  mkdirSync(folder, { recursive: true });
  const root = join(folder, "wordpress");
  ran(["cp", "--recursive", "--dereference", INSTALLED, root]);
  db.tell("create database wordpress character set utf8mb4");
  const [plain, cached] = [await freePort(), await freePort()];
  writeSite(root, db);
  const php = join(folder, "php.sock");
  writeFileSync(join(folder, "php-fpm.conf"), poolConf(folder, php));
  const { post, path, version } = written(folder, root, story, `127.0.0.1:${plain}`);
  const processes: Running[] = [];
  const cache = cacheFolder(folder);
  const stop = async () => {
    for (const one of processes.toReversed()) await one.stop();
    rmSync(cache, { recursive: true, force: true });
  };
  try {
    processes.push(
      await startedWhen([fpm, "--nodaemonize", "--fpm-config", join(folder, "php-fpm.conf")], async () =>
        existsSync(php),
      ),
    );
    const conf = join(folder, "nginx.conf");
    mkdirSync(join(folder, "logs"));
    writeFileSync(conf, nginxConf({ folder, root, php, plain, cached, cache }));
    const address = (port: number) => `http://127.0.0.1:${port}${path}`;
    const server = await startedWhen([nginx, "-p", folder, "-c", conf], () => answers(address(plain)));
    processes.push(server);
    const count = () => Number(db.tell("select count(*) from wp_comments", "wordpress"));
    return {
      pid: server.pid,
      stop,
      version,
      plain: address(plain),
      cached: address(cached),
      comments: `http://127.0.0.1:${plain}/wp-comments-post.php`,
      post,
      comment: { count },
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

function phpFpm(): string | undefined {
  if (!existsSync(join(INSTALLED, "wp-load.php"))) return undefined;
  if (!existsSync(join(INSTALLED, "wp-content/themes/twentytwentythree"))) return undefined;
  const name = readdirSync("/usr/sbin").find((one) => /^php-fpm[\d.]+$/.test(one));
  return name && join("/usr/sbin", name);
}

function writeSite(root: string, { socket, user }: MariaDb): void {
  writeFileSync(
    join(root, "wp-config.php"),
    `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', '${user}');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
// It is asked at two ports, and leads nobody from one to the other.
define('WP_HOME', 'http://' . $_SERVER['HTTP_HOST']);
define('WP_SITEURL', 'http://' . $_SERVER['HTTP_HOST']);
// It asks nobody outside, and does no chores while it is measured.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`,
  );
  mkdirSync(join(root, "wp-content/mu-plugins"), { recursive: true });
  // Whoever sends a hundred comments a second is refused, or said to repeat what they said.
  writeFileSync(
    join(root, "wp-content/mu-plugins/measured.php"),
    `<?php
add_filter('wp_is_comment_flood', '__return_false', 99);
add_filter('duplicate_comment_id', '__return_zero');
`,
  );
}

/** Sets WordPress up and publishes the story with its comments, all by WordPress's own functions. */
function written(folder: string, root: string, story: Story, host: string) {
  const told = join(folder, "story.json");
  writeFileSync(told, JSON.stringify(story));
  const script = join(folder, "set-up.php");
  writeFileSync(
    script,
    `<?php
$_SERVER['HTTP_HOST'] = '${host}';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
define('WP_INSTALLING', true);
require '${root}/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('The Agency', 'admin', 'admin@agency.example', true, '', 'measured');
switch_theme('twentytwentythree');
$wp_rewrite->set_permalink_structure('/%postname%/');
update_option('comment_moderation', 0);
update_option('comment_previously_approved', 0);
update_option('comments_notify', 0);
update_option('moderation_notify', 0);
flush_rewrite_rules();
$told = json_decode(file_get_contents('${told}'), true);
$post = wp_insert_post([
  'post_title' => $told['headline'],
  'post_content' => implode("\\n\\n", array_map(fn ($one) => '<!-- wp:paragraph --><p>' . esc_html($one) . '</p><!-- /wp:paragraph -->', $told['paragraphs'])),
  'post_status' => 'publish',
  'comment_status' => 'open',
]);
$comments = [];
foreach ($told['replies'] as $one) {
  $at = gmdate('Y-m-d H:i:s', strtotime($one['at']));
  $comments[] = wp_insert_comment([
    'comment_post_ID' => $post,
    'comment_author' => $one['name'],
    'comment_author_email' => str_replace(' ', '.', strtolower($one['name'])) . '@readers.example',
    'comment_content' => $one['text'],
    'comment_date' => $at,
    'comment_date_gmt' => $at,
    'comment_approved' => 1,
    'comment_parent' => isset($one['answers']) ? $comments[$one['answers']] : 0,
  ]);
}
global $wp_version;
echo "\\nSET UP " . json_encode(['post' => $post, 'path' => wp_parse_url(get_permalink($post), PHP_URL_PATH), 'version' => $wp_version]);
`,
  );
  const said = ran(["php", script]);
  const [, json = "{}"] = /^SET UP (.*)$/m.exec(said) ?? [];
  const { post, path, version }: { post?: number; path?: string; version?: string } = JSON.parse(json);
  if (post === undefined || path === undefined || version === undefined)
    throw new Error(`WordPress was not set up: ${said}`);
  return { post, path, version };
}

/** Debian's own pool: five processes, made when they are needed. */
function poolConf(folder: string, socket: string): string {
  const asRoot = process.getuid?.() === 0 ? "user = www-data\ngroup = www-data\nlisten.mode = 0666\n" : "";
  return `[global]
error_log = ${folder}/php-fpm.log
[www]
${asRoot}listen = ${socket}
pm = dynamic
pm.max_children = 5
pm.start_servers = 2
pm.min_spare_servers = 1
pm.max_spare_servers = 3
`;
}

type Ports = {
  readonly folder: string;
  readonly root: string;
  readonly php: string;
  readonly plain: number;
  readonly cached: number;
  readonly cache: string;
};

/** The cache of a busy site is in memory. */
function cacheFolder(folder: string): string {
  const cache = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : folder, "dateline-bench-cache-"));
  chmodSync(cache, 0o777);
  return cache;
}

function nginxConf({ folder, root, php, plain, cached, cache }: Ports): string {
  const site = (port: number, more: string) => `
  server {
    listen 127.0.0.1:${port};
    root ${root};
    index index.php;
    location / { try_files $uri $uri/ /index.php?$args; }
    location ~ \\.php$ {
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_param HTTP_HOST $http_host;
      fastcgi_pass unix:${php};
      ${more}
    }
  }`;
  return `
daemon off;
${process.getuid?.() === 0 ? "user www-data;" : ""}
worker_processes auto;
pid ${folder}/nginx.pid;
error_log stderr error;
events { worker_connections 1024; }
http {
  access_log off;
  include /etc/nginx/mime.types;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  gzip on;
  gzip_vary on;
  fastcgi_cache_path ${cache} levels=1:2 keys_zone=pages:10m inactive=60m;
  fastcgi_cache_key "$scheme$request_method$host$request_uri";
  ${site(plain, "")}
  ${site(
    cached,
    `add_header X-Cache $upstream_cache_status;
      fastcgi_cache pages;
      fastcgi_cache_valid 200 10s;
      fastcgi_cache_use_stale updating error timeout;
      fastcgi_cache_background_update on;
      fastcgi_cache_lock on;`,
  )}
}
`;
}
