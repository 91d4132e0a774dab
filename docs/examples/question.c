/* From C: reads an article, finds out how two actors are connected, and prints the sentences that say so. */
#include <stdio.h>

#include <entente/entente.h>

static int fail(const entente_error* error) {
  fprintf(stderr, "%s\n", error->message);
  return 1;
}

int main(void) {
  entente_error error;
  entente_pipeline* pipeline = entente_open(NULL, &error);
  const entente_article article = {.size = sizeof article,
                                   .text = "Angela Merkel met Emmanuel Macron. Macron visited Vladimir Putin."};
  entente_network* network = pipeline ? entente_read(pipeline, &article, NULL, &error) : NULL;
  if (!network) {
    return fail(&error);
  }

  size_t merkel = 0;
  size_t putin = 0;
  size_t* relations = NULL;
  size_t count = 0;
  if (entente_find(network, "merkel", &merkel, &error) || entente_find(network, "putin", &putin, &error) ||
      entente_path(pipeline, network, merkel, putin, 6, &relations, &count, &error)) {
    return fail(&error);
  }
  for (size_t i = 0; i < count; ++i) {
    entente_relation relation = {.size = sizeof relation};
    entente_relation_at(network, relations[i], &relation, NULL);
    printf("%s: %s\n", relation.type, relation.sentence);
  }

  entente_free(relations);
  entente_free_network(network);
  entente_close(pipeline);
  return 0;
}
