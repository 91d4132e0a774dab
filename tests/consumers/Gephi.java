// Gephi.java FILE: imports the file as Gephi does, and prints as JSON what its graph then holds.
import java.awt.Color;
import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

class GephiImport {
  private static <T> T service(Class<T> type) {
    return Lookup.getDefault().lookup(type);
  }

  private static String columns(Iterable<Column> table) {
    Set<String> names = new TreeSet<>();
    for (Column column : table) {
      names.add('"' + column.getTitle() + ' ' + column.getTypeClass().getSimpleName() + '"');
    }
    return names.toString();
  }

  public static void main(String[] arguments) throws Exception {
    ProjectController projects = service(ProjectController.class);
    projects.newProject();
    Container container = service(ImportController.class).importFile(new File(arguments[0]));
    container.getLoader().setEdgeDefault(EdgeDirectionDefault.DIRECTED);
    service(ImportController.class).process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    GraphModel model = service(GraphController.class).getGraphModel(projects.getCurrentWorkspace());
    Graph graph = model.getGraph();
    double weights = 0;
    int labelled = 0;
    int timed = 0;
    int items = 0;
    Set<Integer> colors = new TreeSet<>();
    for (Edge edge : graph.getEdges()) {
      weights += edge.getWeight();
      labelled += edge.getLabel() != null && !edge.getLabel().isEmpty() ? 1 : 0;
      timed += edge.getAttribute("timeset") != null ? 1 : 0;
      items += edge.getTable().hasColumn("edge.sentences") && edge.getAttribute("edge.sentences") instanceof String[]
          ? ((String[]) edge.getAttribute("edge.sentences")).length : 0;
    }
    int named = 0;
    for (Node node : graph.getNodes()) {
      Color color = node.getColor();
      colors.add(color == null ? 0 : color.getRGB());
      named += node.getLabel() != null && !node.getLabel().equals(node.getId()) ? 1 : 0;
    }
    System.out.printf(
        "{\"nodes\": %d, \"edges\": %d, \"weights\": %.0f, \"labelled\": %d, \"timed\": %d, \"sentences\": %d, \"named\": %d, \"colors\": %d, "
            + "\"node_columns\": %s, \"edge_columns\": %s}%n",
        graph.getNodeCount(), graph.getEdgeCount(), weights, labelled, timed, items, named, colors.size(), columns(model.getNodeTable()),
        columns(model.getEdgeTable()));
    System.exit(0);
  }
}
