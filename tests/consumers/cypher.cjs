// cypher.cjs NODE_MODULES FILE: has Neo4j's language support check every statement of the file, and prints how many of
// each kind there are.
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

const MOST = 60;  // each takes some tenths of a second
const kinds = {Article: 0, Actor: 0, relation: 0};
const lines = fs.readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');
const step = Math.ceil(lines.length / MOST);
lines.forEach((line, i) => {
  const merged = /^MERGE \(a:(Article|Actor) /.exec(line);
  kinds[merged ? merged[1] : 'relation'] += 1;
  const found = i % step === 0 ? complaints(line) : [];
  if (found.length > 0) {
    console.error(`${file}:${i + 1}: ${found.join('; ')}\n${line}`);
    process.exit(1);
  }
});
console.log(JSON.stringify(kinds));
