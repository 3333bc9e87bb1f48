// usage: node sarif_schema.cjs FILE...
// Holds SARIF reports against the schema of the standard. Needs the npm packages
// ajv, ajv-formats and @microsoft/sarif-multitool-linux (which carries the schema)
// where NODE_PATH finds them; without them the test is skipped.
"use strict";
const fs = require("fs");
let Ajv, formats, schema;
try {
    Ajv = require("ajv/dist/2020").default;
    formats = require("ajv-formats").default;
    schema = require("@microsoft/sarif-multitool-linux/sarif-2.1.0.json");
} catch (error) {
    console.log("skipped: " + error.message.split("\n")[0]);
    process.exit(77);
}
const ajv = new Ajv({ strict: false, allErrors: true });
formats(ajv);
const isValid = ajv.compile(schema);
let failures = 0;
for (const path of process.argv.slice(2)) {
    if (isValid(JSON.parse(fs.readFileSync(path, "utf8"))))
        continue;
    failures++;
    for (const error of isValid.errors)
        console.error(`${path}: ${error.instancePath} ${error.message}`);
}
process.exit(failures ? 1 : 0);
