// Checks the contract documents with parsers that others wrote: the AsyncAPI document with all that it refers to,
// the JSON Schemas with the golden samples, and every OpenAPI document of the services. Prints every fault and how
// many documents there were; ends with 1 if there is any fault.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { fromFile, Parser } from "@asyncapi/parser";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const schemas = join(root, "events/src/main/resources/io/rejoinder/events/schemas");
const golden = join(root, "events/src/test/resources/golden");
const asyncApi = join(root, "events/asyncapi.yaml");

/** Severities of the AsyncAPI parser up to this one are faults; hints about newer versions are not. */
const WARNING = 1;

let documents = 0;
let faults = 0;

function report(document, found) {
  documents += 1;
  faults += found.length;
  for (const fault of found) {
    console.error(`${relative(root, document)}: ${fault}`);
  }
}

async function checkAsyncApi(file) {
  const { document, diagnostics } = await fromFile(new Parser(), file).parse();
  const found = diagnostics
    .filter((diagnostic) => diagnostic.severity <= WARNING)
    .map(({ code, path, message }) => `${code} at ${path.join(".")}: ${message}`);
  if (document === undefined && found.length === 0) {
    found.push("was not parsed, for no reason given");
  }
  report(file, found);
}

function jsonFiles(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(folder, name));
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

function checkSchemas() {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats(ajv);
  const files = jsonFiles(schemas);
  // All are known before one is compiled: they refer to each other.
  const refused = new Map(
    files.map((file) => [file, attempt(() => ajv.addSchema(readJson(file), basename(file)))]),
  );
  for (const file of files) {
    const found = refused.get(file);
    report(file, found.length > 0 ? found : attempt(() => ajv.getSchema(basename(file))));
  }
  for (const file of [...jsonFiles(golden), ...jsonFiles(join(golden, "later"))]) {
    const found = [];
    found.push(...attempt(() => found.push(...faultsOf(ajv.getSchema(schemaOf(file)), file))));
    report(file, found);
  }
}

// A later form of a type has the type's name, and then what it is later for.
function schemaOf(file) {
  return basename(file).replace(/(\.v\d+)(\..+)?\.json$/, "$1.json");
}

function attempt(step) {
  try {
    step();
    return [];
  } catch (error) {
    return [error.message];
  }
}

function faultsOf(validate, file) {
  if (validate === undefined) {
    return ["has no schema"];
  }
  const valid = validate(readJson(file).value);
  return valid ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function openApiFiles() {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, entry.name, "src", "main", "resources"))
    .filter((resources) => existsSync(resources))
    .flatMap((resources) =>
      readdirSync(resources, { recursive: true })
        .filter((path) => basename(path) === "openapi.yaml")
        .map((path) => join(resources, path)),
    )
    .sort();
}

async function checkOpenApi(file) {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(file);
  if (valid) {
    report(
      file,
      attempt(() => validator.resolveRefs()),
    );
    return;
  }
  const found = Array.isArray(errors)
    ? errors.map(({ instancePath, message }) => `${instancePath ?? ""} ${message}`)
    : [String(errors)];
  report(file, found);
}

await checkAsyncApi(asyncApi);
checkSchemas();
for (const file of openApiFiles()) {
  await checkOpenApi(file);
}
console.log(`contract documents: ${documents}, faults: ${faults}`);
process.exitCode = faults === 0 ? 0 : 1;
