/* An outside program in C. */
#include <stdio.h>

#include <entente/entente.h>

int main(void) {
  entente_error error;
  entente_pipeline* pipeline = entente_open(NULL, &error);
  entente_article article = {.size = sizeof article, .text = "Angela Merkel met Emmanuel Macron in Paris on Monday."};
  entente_network* network = pipeline ? entente_read(pipeline, &article, NULL, &error) : NULL;
  if (!network) {
    fprintf(stderr, "%s\n", error.message);
    return 1;
  }
  for (size_t i = 0; i < entente_relation_count(network); ++i) {
    entente_relation relation = {.size = sizeof relation};
    entente_actor source = {.size = sizeof source};
    entente_actor target = {.size = sizeof target};
    if (entente_relation_at(network, i, &relation, &error) ||
        entente_actor_at(network, relation.source, &source, &error) ||
        entente_actor_at(network, relation.target, &target, &error)) {
      fprintf(stderr, "%s\n", error.message);
      return 1;
    }
    printf("%s -%s-> %s\n", source.name, relation.type, target.name);
  }
  entente_free_network(network);
  entente_close(pipeline);
  return 0;
}
