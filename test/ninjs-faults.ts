/** JSON held to the schemas of ninjs. */
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** Sentences on what breaks the schema; an empty list when nothing does. */
export function faultsAgainst(schema: object): (json: unknown) => readonly string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  // GeoJSON is another's schema, which no object of ours uses.
  ajv.addSchema({ $id: "https://geojson.org/schema/GeoJSON.json", type: "object" });
  const validate = ajv.compile(schema);
  return (json) => (validate(json) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`));
}
