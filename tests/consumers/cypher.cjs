// cypher.cjs NODE_MODULES FILE: has Neo4j's language support check every statement of the file, and prints how many
// constraints and rows there are.
const fs = require('fs');
const path = require('path');
const [home, file] = process.argv.slice(2);
const {lintCypherQuery} = require(path.join(home, '@neo4j-cypher/language-support'));

const complaints = (statement) => lintCypherQuery(statement, {}).diagnostics.map((d) => d.message);

// The test of the test: it does find what is wrong.
for (const bad of ["MERGE (a {x: 'it's'});", "MATCH (a)-[r:a b]->(b) RETURN r;", 'RETURN unknown;']) {
  if (complaints(bad).length === 0) {
    console.error(`no complaint about ${bad}`);
    process.exit(1);
  }
}

const statements = fs.readFileSync(file, 'utf8').split(';\n').filter((statement) => statement !== '');
const found = {constraints: 0, rows: 0};
for (const statement of statements) {
  const wrong = complaints(statement + ';');
  if (wrong.length > 0) {
    console.error(`${file}: ${wrong.join('; ')}\n${statement}`);
    process.exit(1);
  }
  found.constraints += statement.startsWith('CREATE CONSTRAINT ') ? 1 : 0;
  // The first column has a string for each row; what looks like two is one that had to be put together.
  const first = /^WITH \[(.*)\] AS \w+,$/m.exec(statement);
  found.rows += first ? first[1].replaceAll("' + '", '').match(/'(?:[^'\\]|\\.)*'/g).length : 0;
}
console.log(JSON.stringify(found));
