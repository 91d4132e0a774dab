/* The C interface as a C11 program sees it: reads, asks, writes, merges, and gets codes for what is wrong. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
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
  entente_error error = {0};
  size_t merkel = 0;
  size_t macron = 0;
  size_t putin = 0;
  CHECK(entente_find(network, "MERKEL", &merkel, &error) == ENTENTE_OK);
  CHECK(entente_find(network, "Emmanuel Macron", &macron, &error) == ENTENTE_OK);
  CHECK(entente_find(network, "putin", &putin, &error) == ENTENTE_OK);

  entente_actor actor = {.size = sizeof actor};
  CHECK(entente_actor_at(network, merkel, &actor, &error) == ENTENTE_OK);
  CHECK(strcmp(actor.name, "Angela Merkel") == 0);
  CHECK(strcmp(actor.type, "person") == 0);
  CHECK(actor.mentions == 2);

  size_t* list = NULL;
  size_t count = 0;
  CHECK(entente_between(network, merkel, macron, &list, &count, &error) == ENTENTE_OK);
  CHECK(count == 1);
  entente_relation relation = {.size = sizeof relation};
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

static void look_closely(const entente_network* network) {
  entente_error error = {0};
  CHECK(entente_source_count(network) == 1);
  entente_source source = {.size = sizeof source};
  CHECK(entente_source_at(network, 0, &source, &error) == ENTENTE_OK);
  CHECK(strcmp(source.id, "summit") == 0 && strcmp(source.date, "2022-12-22") == 0 && strcmp(source.title, "") == 0);
  CHECK(entente_source_at(network, 1, &source, &error) == ENTENTE_USAGE);

  size_t merkel = 0;
  size_t putin = 0;
  size_t macron = 0;
  CHECK(entente_find(network, "Merkel", &merkel, &error) == ENTENTE_OK);
  CHECK(entente_find(network, "Macron", &macron, &error) == ENTENTE_OK);
  CHECK(entente_find(network, "Putin", &putin, &error) == ENTENTE_OK);
  entente_mention mention = {.size = sizeof mention};
  CHECK(entente_mention_at(network, merkel, 0, &mention, &error) == ENTENTE_OK);
  CHECK(mention.article == 0 && mention.begin == 0 && mention.end == 13 && strcmp(mention.form, "name") == 0);
  CHECK(entente_mention_at(network, merkel, 1, &mention, &error) == ENTENTE_OK);
  CHECK(strncmp(Text + mention.begin, "Merkel did", 10) == 0);
  CHECK(entente_mention_at(network, merkel, 2, &mention, &error) == ENTENTE_USAGE);

  size_t* list = NULL;
  size_t count = 0;
  CHECK(entente_between(network, macron, putin, &list, &count, &error) == ENTENTE_OK && count == 1);
  entente_evidence evidence = {.size = sizeof evidence};
  CHECK(entente_evidence_at(network, list[0], 0, &evidence, &error) == ENTENTE_OK);
  CHECK(strcmp(evidence.sentence, "Macron met Vladimir Putin on Friday.") == 0);
  CHECK(strncmp(Text + evidence.begin, evidence.sentence, evidence.end - evidence.begin) == 0);
  CHECK(evidence.predicate_end == evidence.predicate_begin + 3);
  CHECK(strncmp(Text + evidence.predicate_begin, "met", 3) == 0);
  CHECK(strcmp(evidence.predicate, "meet") == 0 && strcmp(evidence.speaker, "") == 0);
  CHECK(strstr(evidence.time, "Friday") != NULL && strcmp(evidence.from, evidence.to) == 0);
  CHECK(evidence.confidence > 0.1 && evidence.confidence <= 1.0);
  CHECK(entente_evidence_at(network, list[0], 1, &evidence, &error) == ENTENTE_USAGE);
  CHECK(entente_evidence_at(network, 1000, 0, &evidence, &error) == ENTENTE_USAGE);
  entente_free(list);
}

static void select_some(const entente_pipeline* pipeline, const entente_network* network) {
  entente_error error = {0};
  const size_t all = entente_relation_count(network);
  const entente_filter none = {.size = sizeof none};
  entente_network* selected = entente_select(pipeline, network, &none, &error);
  CHECK(entente_relation_count(selected) == all && entente_actor_count(selected) == entente_actor_count(network));
  entente_free_network(selected);
  const entente_filter held = {.size = sizeof held, .held = 1};
  selected = entente_select(pipeline, network, &held, &error);
  CHECK(entente_relation_count(selected) < all && entente_relation_count(selected) > 0);
  entente_free_network(selected);
  const entente_filter negated = {.size = sizeof negated, .type = "meets", .status = "negated"};
  selected = entente_select(pipeline, network, &negated, &error);
  CHECK(entente_relation_count(selected) == 1);
  entente_free_network(selected);
  const entente_filter unknown = {.size = sizeof unknown, .status = "beautiful"};
  CHECK(entente_select(pipeline, network, &unknown, &error) == NULL && error.code == ENTENTE_USAGE);
  CHECK(entente_select(pipeline, network, NULL, &error) == NULL && error.code == ENTENTE_USAGE);
}

/* A struct of an older or newer version, and one whose size was forgotten. */
static void grow_and_shrink(const entente_network* network) {
  entente_error error = {0};
  entente_actor actor = {.size = offsetof(entente_actor, type), .mentions = 77};
  CHECK(entente_actor_at(network, 0, &actor, &error) == ENTENTE_OK);
  CHECK(actor.name != NULL && actor.type == NULL && actor.mentions == 77);
  struct {
    entente_actor known;
    size_t later;
  } grown = {.known = {.size = sizeof grown}, .later = 5};
  CHECK(entente_actor_at(network, 0, &grown.known, &error) == ENTENTE_OK);
  CHECK(grown.known.size == sizeof grown && grown.known.type != NULL && grown.later == 5);
  entente_actor forgotten = {0};
  CHECK(entente_actor_at(network, 0, &forgotten, &error) == ENTENTE_USAGE && strstr(error.message, "size") != NULL);
}

static int stop_at_once(void* user, size_t read, size_t sentences) {
  CHECK(read <= sentences);
  ++*(int*)user;
  return 1;
}

static void stop(const entente_pipeline* pipeline) {
  entente_error error = {0};
  int calls = 0;
  const entente_article article = {.size = sizeof article, .text = Text};
  const entente_read_options options = {.size = sizeof options, .progress = stop_at_once, .user = &calls};
  CHECK(entente_read(pipeline, &article, &options, &error) == NULL && error.code == ENTENTE_CANCELLED);
  CHECK(calls == 1);

  entente_stop* const stopped = entente_new_stop(&error);
  const entente_read_options stoppable = {.size = sizeof stoppable, .stop = stopped, .milliseconds = 600000};
  entente_network* const network = entente_read(pipeline, &article, &stoppable, &error);
  CHECK(network != NULL);
  entente_free_network(network);
  entente_request_stop(stopped);
  CHECK(entente_read(pipeline, &article, &stoppable, &error) == NULL && error.code == ENTENTE_CANCELLED);
  entente_free_stop(stopped);
  entente_request_stop(NULL);
  entente_free_stop(NULL);
}

/* A megabyte, which takes longer than a millisecond. */
static void stop_in_time(const entente_pipeline* pipeline) {
  enum { Times = 20000 };
  const char sentence[] = "Angela Merkel met Vladimir Putin in Moscow. ";
  char* const text = malloc(Times * (sizeof sentence - 1) + 1);
  CHECK(text != NULL);
  for (size_t i = 0; i < Times; ++i) {
    memcpy(text + i * (sizeof sentence - 1), sentence, sizeof sentence);
  }
  entente_error error = {0};
  const entente_article article = {.size = sizeof article, .id = "long", .text = text};
  const entente_read_options options = {.size = sizeof options, .milliseconds = 1};
  CHECK(entente_read(pipeline, &article, &options, &error) == NULL && error.code == ENTENTE_DEADLINE_EXCEEDED);
  CHECK(strcmp(error.file, "long") == 0 && error.line == 0);
  const entente_read_options forever = {.size = sizeof forever, .milliseconds = (size_t)-1};
  const entente_article briefly = {.size = sizeof briefly, .text = sentence};
  entente_network* const network = entente_read(pipeline, &briefly, &forever, &error);
  CHECK(network != NULL);
  entente_free_network(network);
  free(text);
}

/* What errors say besides their message. */
static void tell_the_line(void) {
  entente_error error = {0};
  const entente_open_options options = {
      .size = sizeof options, .model = "fast", .relations = "# mine\ntype\tlobbies\n", .relations_name = "mine.txt"};
  CHECK(entente_open(&options, &error) == NULL && error.code == ENTENTE_BAD_FORMAT);
  CHECK(error.line == 2 && strcmp(error.file, "mine.txt") == 0);
  CHECK(strstr(error.expected, "name, label") == error.expected && strstr(error.message, error.expected) != NULL);
}

/* No model is needed to draw, merge, select from or search a network that was saved. */
static void use_without_pipeline(const entente_network* network) {
  entente_error error;
  char* const svg = entente_write(NULL, network, "svg", NULL, &error);
  CHECK(svg != NULL && strstr(svg, "<svg") != NULL);
  entente_free(svg);
  entente_network* const merged = entente_merge(NULL, &network, 1, &error);
  CHECK(entente_actor_count(merged) == entente_actor_count(network));
  entente_free_network(merged);
  const entente_filter held = {.size = sizeof held, .held = 1};
  entente_network* const selected = entente_select(NULL, network, &held, &error);
  CHECK(selected != NULL);
  entente_free_network(selected);
  size_t* list = NULL;
  size_t count = 0;
  CHECK(entente_path(NULL, network, 0, 1, 3, &list, &count, &error) == ENTENTE_OK);
  entente_free(list);
}

static void write_and_read(const entente_pipeline* pipeline, const entente_network* network) {
  entente_error error = {0};
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
  entente_error error = {0};
  size_t index = 0;
  CHECK(entente_find(network, "Merkle", &index, &error) == ENTENTE_NOT_FOUND);
  CHECK(error.code == ENTENTE_NOT_FOUND && strstr(error.message, "Angela Merkel") != NULL);
  CHECK(entente_find(network, "Merkle", &index, NULL) == ENTENTE_NOT_FOUND);
  CHECK(entente_find(NULL, "Merkel", &index, &error) == ENTENTE_USAGE);
  CHECK(entente_find(network, NULL, &index, &error) == ENTENTE_USAGE);
  entente_actor actor = {.size = sizeof actor};
  CHECK(entente_actor_at(network, 1000, &actor, &error) == ENTENTE_USAGE);
  CHECK(entente_load("{", 1, &error) == NULL && error.code == ENTENTE_BAD_FORMAT);
  CHECK(entente_load(NULL, 0, &error) == NULL && error.code == ENTENTE_BAD_FORMAT);
  CHECK(entente_write(pipeline, network, "gif", NULL, &error) == NULL && error.code == ENTENTE_USAGE);
  const entente_open_options bad_actors = {.size = sizeof bad_actors, .actors = "no actors file"};
  CHECK(entente_open(&bad_actors, &error) == NULL && error.code == ENTENTE_BAD_FORMAT);
  const entente_open_options no_model = {.size = sizeof no_model, .model = "no/such.model"};
  CHECK(entente_open(&no_model, &error) == NULL && error.code == ENTENTE_NOT_FOUND);
  const entente_open_options half_model = {.size = sizeof half_model, .model_bytes = "half", .model_size = 4};
  CHECK(entente_open(&half_model, &error) == NULL && error.code == ENTENTE_BAD_MODEL);
  const entente_article no_text = {.size = sizeof no_text};
  CHECK(entente_read(pipeline, &no_text, NULL, &error) == NULL && error.code == ENTENTE_USAGE);
  CHECK(entente_read(pipeline, NULL, NULL, &error) == NULL && error.code == ENTENTE_USAGE);
  entente_free(NULL);
  entente_free_network(NULL);
  entente_close(NULL);
}

int main(void) {
  entente_error error = {0};
  CHECK(strlen(entente_version()) >= 5);
  entente_pipeline* const pipeline = entente_open(NULL, &error);
  const entente_article article = {.size = sizeof article, .id = "summit", .date = "2022-12-22", .text = Text};
  entente_network* const network = entente_read(pipeline, &article, NULL, &error);
  if (network == NULL) {
    fprintf(stderr, "%s\n", error.message);
    return 1;
  }
  ask(pipeline, network);
  look_closely(network);
  select_some(pipeline, network);
  grow_and_shrink(network);
  stop(pipeline);
  stop_in_time(pipeline);
  tell_the_line();
  use_without_pipeline(network);
  write_and_read(pipeline, network);
  fail_well(pipeline, network);
  entente_free_network(network);
  entente_close(pipeline);
  return failures == 0 ? 0 : 1;
}
