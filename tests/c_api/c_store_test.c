/* A store of articles as a C11 program sees it. The first argument is a folder for its file. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <entente/entente_store.h>

static int failures = 0;

static void check(int good, const char* what, int line) {
  if (!good) {
    ++failures;
    fprintf(stderr, "c_store_test.c:%d: not so: %s\n", line, what);
  }
}
#define CHECK(condition) check((condition), #condition, __LINE__)

static const entente_article Visit = {.size = sizeof(entente_article),
                                      .id = "visit",
                                      .date = "2024-01-08",
                                      .source = "https://daily.example/visit",
                                      .text = "Angela Merkel met Emmanuel Macron in Paris. Norway supports Ukraine."};
static const entente_article Gas = {.size = sizeof(entente_article),
                                    .id = "gas",
                                    .date = "2024-02-09",
                                    .source = "https://weekly.example/gas",
                                    .text = "Russia criticised Norway."};

static void add(entente_store* store, const entente_pipeline* pipeline) {
  entente_error error = {0};
  entente_added added = ENTENTE_ADDED_KNOWN;
  CHECK(entente_store_add(store, pipeline, &Visit, NULL, &added, &error) == ENTENTE_OK);
  CHECK(added == ENTENTE_ADDED_NEW);
  CHECK(entente_store_add(store, pipeline, &Visit, NULL, &added, &error) == ENTENTE_OK);
  CHECK(added == ENTENTE_ADDED_KNOWN);
  CHECK(entente_store_add(store, pipeline, &Gas, NULL, NULL, &error) == ENTENTE_OK);
  entente_article again = Gas;
  again.text = "Russia criticised Norway. Poland supports Norway.";
  const entente_add_options update = {.size = sizeof update, .update = 1};
  CHECK(entente_store_add(store, pipeline, &again, &update, &added, &error) == ENTENTE_OK);
  CHECK(added == ENTENTE_ADDED_UPDATED);
  CHECK(entente_store_finish(store, &error) == ENTENTE_OK);
}

static size_t relations_around(const entente_store* store, const entente_store_filter* filter) {
  entente_error error = {0};
  entente_network* const network = entente_store_around(store, NULL, "NORWAY", filter, &error);
  size_t norway = 0;
  CHECK(entente_find(network, "norway", &norway, &error) == ENTENTE_OK);
  const size_t count = entente_relation_count(network);
  entente_free_network(network);
  return count;
}

static void ask(const char* path) {
  entente_error error = {0};
  entente_store* const store = entente_open_store(path, ENTENTE_STORE_READ, &error);
  entente_store_content content = {.size = sizeof content};
  CHECK(entente_store_count(store, &content, &error) == ENTENTE_OK);
  CHECK(content.articles == 2 && content.relations == 4 && content.words > 15);
  entente_network* const all = entente_store_network(store, NULL, NULL, &error);
  CHECK(entente_relation_count(all) == 4 && entente_source_count(all) == 2);
  entente_free_network(all);
  CHECK(relations_around(store, NULL) == 3);
  const entente_store_filter later = {.size = sizeof later, .since = "2024-02-01"};
  CHECK(relations_around(store, &later) == 2);
  const entente_store_filter daily = {.size = sizeof daily, .source = "DAILY"};
  CHECK(relations_around(store, &daily) == 1);
  const entente_store_filter known = {.size = sizeof known, .corrections = "strike\trussia\tcriticizes\tnorway\n"};
  CHECK(relations_around(store, &known) == 2);
  entente_network* const struck = entente_store_network(store, NULL, &known, &error);
  CHECK(entente_relation_count(struck) == 3);
  entente_free_network(struck);
  CHECK(entente_store_add(store, NULL, &Gas, NULL, NULL, &error) == ENTENTE_USAGE);
  CHECK(entente_store_remove(store, "gas", &error) == ENTENTE_NOT_READABLE);
  entente_close_store(store);
}

static void fail_well(const char* folder, const char* path) {
  entente_error error = {0};
  CHECK(entente_open_store(NULL, ENTENTE_STORE_READ, &error) == NULL && error.code == ENTENTE_USAGE);
  CHECK(entente_open_store("no/such.db", ENTENTE_STORE_READ, &error) == NULL && error.code == ENTENTE_NOT_FOUND);
  CHECK(entente_open_store(folder, ENTENTE_STORE_READ, &error) == NULL && error.code == ENTENTE_NOT_READABLE);
  CHECK(entente_store_network(NULL, NULL, NULL, &error) == NULL && error.code == ENTENTE_USAGE);
  CHECK(entente_store_finish(NULL, &error) == ENTENTE_USAGE);
  entente_store* const store = entente_open_store(path, ENTENTE_STORE_WRITE, &error);
  CHECK(entente_store_around(store, NULL, "nobody", NULL, &error) == NULL && error.code == ENTENTE_NOT_FOUND);
  const entente_store_filter wrong = {.size = sizeof wrong, .corrections = "join\ta\tb\n"};
  CHECK(entente_store_network(store, NULL, &wrong, &error) == NULL && error.code == ENTENTE_BAD_FORMAT);
  CHECK(error.line == 1);
  CHECK(entente_store_remove(store, "zzz", &error) == ENTENTE_NOT_FOUND);
  CHECK(entente_store_remove(store, "gas", &error) == ENTENTE_OK);
  CHECK(entente_store_finish(store, &error) == ENTENTE_OK);
  CHECK(relations_around(store, NULL) == 1);
  entente_close_store(store);
  entente_close_store(NULL);
}

int main(int argc, char** argv) {
  entente_error error = {0};
  char path[1000];
  const char* const folder = argc > 1 ? argv[1] : ".";
  const char* const endings[] = {"", "-wal", "-shm"};
  for (size_t i = 0; i < 3; ++i) {
    snprintf(path, sizeof path, "%s/c_store_test.db%s", folder, endings[i]);
    remove(path);
  }
  snprintf(path, sizeof path, "%s/c_store_test.db", folder);
  const entente_open_options fast = {.size = sizeof fast, .model = "fast"};
  entente_pipeline* const pipeline = entente_open(&fast, &error);
  entente_store* const store = entente_open_store(path, ENTENTE_STORE_CREATE, &error);
  if (store == NULL) {
    fprintf(stderr, "%s\n", error.message);
    return 1;
  }
  add(store, pipeline);
  entente_close_store(store);
  entente_close(pipeline);
  ask(path);
  fail_well(folder, path);
  remove(path);
  return failures == 0 ? 0 : 1;
}
