/* The C interface as a C11 program sees it: reads, asks, writes, merges, and gets codes for what is wrong. */
#include <stdio.h>
#include <string.h>

#include <entente/entente.h>

static int failures = 0;

static void check(int good, const char* what, int line) {
  if (!good) {
    ++failures;
    fprintf(stderr, "c_api_test.c:%d: not so: %s\n", line, what);
  }
}
#define CHECK(condition) check((condition), #condition, __LINE__)

static const char Text[] =
    "Angela Merkel met Emmanuel Macron in Paris. Macron met Vladimir Putin on Friday. "
    "Merkel did not meet Marine Le Pen.";

static void ask(const entente_pipeline* pipeline, const entente_network* network) {
  entente_error error = {ENTENTE_OK, ""};
  size_t merkel = 0;
  size_t macron = 0;
  size_t putin = 0;
  CHECK(entente_find(network, "MERKEL", &merkel, &error) == ENTENTE_OK);
  CHECK(entente_find(network, "Emmanuel Macron", &macron, &error) == ENTENTE_OK);
  CHECK(entente_find(network, "putin", &putin, &error) == ENTENTE_OK);

  entente_actor actor;
  CHECK(entente_actor_at(network, merkel, &actor, &error) == ENTENTE_OK);
  CHECK(strcmp(actor.name, "Angela Merkel") == 0);
  CHECK(strcmp(actor.type, "person") == 0);
  CHECK(actor.mentions == 2);

  size_t* list = NULL;
  size_t count = 0;
  CHECK(entente_between(network, merkel, macron, &list, &count, &error) == ENTENTE_OK);
  CHECK(count == 1);
  entente_relation relation;
  CHECK(entente_relation_at(network, list[0], &relation, &error) == ENTENTE_OK);
  CHECK(strcmp(relation.type, "meets") == 0);
  CHECK(strcmp(relation.status, "asserted") == 0);
  CHECK(strcmp(relation.sentence, "Angela Merkel met Emmanuel Macron in Paris.") == 0);
  entente_free(list);

  CHECK(entente_path(pipeline, network, merkel, putin, 3, &list, &count, &error) == ENTENTE_OK);
  CHECK(count == 2);
  entente_free(list);
  CHECK(entente_path(pipeline, network, merkel, putin, 1, &list, &count, &error) == ENTENTE_NOT_FOUND);
  CHECK(strstr(error.message, "none within 1 hops") != NULL);

  CHECK(entente_neighbors(network, putin, 1, &list, &count, &error) == ENTENTE_OK);
  CHECK(count == 1 && list[0] == macron);
  entente_free(list);

  double scores[64] = {0};
  CHECK(entente_actor_count(network) <= 64);
  CHECK(entente_rank(network, "degree", scores, &error) == ENTENTE_OK);
  CHECK(scores[macron] == 2.0 && scores[putin] == 1.0);
  CHECK(entente_rank(network, "beauty", scores, &error) == ENTENTE_USAGE);
}

static void write_and_read(const entente_pipeline* pipeline, const entente_network* network) {
  entente_error error = {ENTENTE_OK, ""};
  const char* const formats[] = {"json",      "svg",          "png",          "pdf",    "dot",
                                 "gv",        "html",         "graphml",      "gexf",   "csv",
                                 "nodes.csv", "evidence.csv", "articles.csv", "cypher", "ftm"};
  for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); ++i) {
    size_t size = 0;
    char* const bytes = entente_write(pipeline, network, formats[i], &size, &error);
    CHECK(bytes != NULL && size > 30);
    CHECK(bytes != NULL && bytes[size] == '\0');
    entente_free(bytes);
  }
  size_t size = 0;
  char* const json = entente_write(pipeline, network, "json", &size, &error);
  entente_network* const again = entente_load(json, size, &error);
  CHECK(again != NULL);
  CHECK(entente_actor_count(again) == entente_actor_count(network));
  CHECK(entente_relation_count(again) == entente_relation_count(network));
  const entente_network* const twice[] = {network, again};
  entente_network* const merged = entente_merge(pipeline, twice, 2, &error);
  CHECK(entente_relation_count(merged) == entente_relation_count(network));
  entente_free_network(merged);
  entente_free_network(again);
  entente_free(json);
}

static void fail_well(const entente_pipeline* pipeline, const entente_network* network) {
  entente_error error = {ENTENTE_OK, ""};
  size_t index = 0;
  CHECK(entente_find(network, "Merkle", &index, &error) == ENTENTE_NOT_FOUND);
  CHECK(error.code == ENTENTE_NOT_FOUND && strstr(error.message, "Angela Merkel") != NULL);
  CHECK(entente_find(network, "Merkle", &index, NULL) == ENTENTE_NOT_FOUND);
  CHECK(entente_find(NULL, "Merkel", &index, &error) == ENTENTE_USAGE);
  CHECK(entente_find(network, NULL, &index, &error) == ENTENTE_USAGE);
  entente_actor actor;
  CHECK(entente_actor_at(network, 1000, &actor, &error) == ENTENTE_USAGE);
  CHECK(entente_load("{", 1, &error) == NULL && error.code == ENTENTE_BAD_FORMAT);
  CHECK(entente_load(NULL, 0, &error) == NULL && error.code == ENTENTE_BAD_FORMAT);
  CHECK(entente_write(pipeline, network, "gif", NULL, &error) == NULL && error.code == ENTENTE_USAGE);
  CHECK(entente_open("no actors file", NULL, &error) == NULL && error.code == ENTENTE_BAD_FORMAT);
  const entente_article no_text = {0};
  CHECK(entente_read(pipeline, &no_text, &error) == NULL && error.code == ENTENTE_USAGE);
  CHECK(entente_read(pipeline, NULL, &error) == NULL && error.code == ENTENTE_USAGE);
  entente_free(NULL);
  entente_free_network(NULL);
  entente_close(NULL);
}

int main(void) {
  entente_error error = {ENTENTE_OK, ""};
  CHECK(strlen(entente_version()) >= 5);
  entente_pipeline* const pipeline = entente_open(NULL, NULL, &error);
  const entente_article article = {.id = "summit", .date = "2022-12-22", .text = Text};
  entente_network* const network = entente_read(pipeline, &article, &error);
  if (network == NULL) {
    fprintf(stderr, "%s\n", error.message);
    return 1;
  }
  ask(pipeline, network);
  write_and_read(pipeline, network);
  fail_well(pipeline, network);
  entente_free_network(network);
  entente_close(pipeline);
  return failures == 0 ? 0 : 1;
}
