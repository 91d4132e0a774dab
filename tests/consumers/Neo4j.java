// Neo4j.java FILE: loads the statements of FILE into an empty Neo4j, twice, and prints what the database then holds: as JSON,
// with the seconds that the first load took.
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

class Neo4jLoad {
  private static GraphDatabaseService database;

  private static void load(String[] statements) {
    for (String statement : statements) {
      if (!statement.isBlank()) {
        database.executeTransactionally(statement);
      }
    }
  }

  private static long count(String query) {
    try (Transaction transaction = database.beginTx(); Result result = transaction.execute("RETURN COUNT { " + query + " } AS n")) {
      return (long) result.next().get("n");
    }
  }

  private static String counts() {
    return String.format(
        "\"articles\": %d, \"dated\": %d, \"actors\": %d, \"persons\": %d, \"mentioned\": %d, \"relations\": %d, \"from\": %d, \"lists\": %d",
        count("(a:Article)"), count("(a:Article) WHERE a.date = date(toString(a.date))"), count("(a:Actor)"), count("(a:Person)"),
        count("(:Actor)-[:MENTIONED_IN]->(:Article)"), count("(:Actor)-[r]->(:Actor)"),
        count("(:Actor)-[r]->(:Actor) WHERE r.date_from = date(toString(r.date_from))"),
        count("(:Actor)-[r]->(:Actor) WHERE size(r.sentences) = r.evidence AND size(r.articles) = r.evidence"));
  }

  public static void main(String[] arguments) throws Exception {
    String[] statements = Files.readString(Path.of(arguments[0])).split(";\n");
    try (Neo4j server = Neo4jBuilders.newInProcessBuilder().withDisabledServer().build()) {
      database = server.defaultDatabaseService();
      long start = System.nanoTime();
      load(statements);
      double seconds = (System.nanoTime() - start) / 1e9;
      String once = counts();
      load(statements);
      if (!counts().equals(once)) {
        System.err.println("loading twice changes " + once + " to " + counts());
        System.exit(1);
      }
      System.out.printf(Locale.ROOT, "{\"statements\": %d, \"seconds\": %.1f, %s}%n", statements.length, seconds, once);
    }
    System.exit(0);
  }
}
