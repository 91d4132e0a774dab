/* entente for C, and for every language that can call C: article in, network out, questions, pictures.
 *
 *   entente_error error;
 *   entente_pipeline* pipeline = entente_open(NULL, &error);
 *   entente_article article = {.size = sizeof article, .text = "Xi Jinping met Vladimir Putin in Moscow."};
 *   entente_network* network = entente_read(pipeline, &article, NULL, &error);
 *   char* svg = entente_write(pipeline, network, "svg", NULL, &error);
 *   ...
 *   entente_free(svg);
 *   entente_free_network(network);
 *   entente_close(pipeline);
 *
 * Errors: a function that fails returns NULL or a code other than ENTENTE_OK, and fills `error` where that is not NULL.
 * Text is never an error. Nothing is printed, no exception leaves the library, and there is no global state.
 *
 * Threads: a pipeline or a network may be used by any number of threads at once, as long as none of them frees it.
 *
 * Texts are UTF-8 and end with a zero byte. Those inside entente_actor, entente_relation and their like belong to the
 * network and live as long as it does; what is returned as char* or list of indices is the caller's, to be given to
 * entente_free. Offsets are Unicode code points into the article as it was read.
 *
 * Structs begin with their size, which the caller sets (.size = sizeof(the struct)), also where the library fills them:
 * a later version may add fields at their end, and neither reads nor writes more than the caller has. A size of 0, or
 * one too small for any field, is ENTENTE_USAGE. Fields that are not set are 0: begin with = {.size = sizeof x}.
 *
 * A network carries the vocabulary of its relations. Functions that take a pipeline and a network use the pipeline's
 * vocabulary instead, for networks that were saved and have types of your own; there the pipeline may be NULL.
 *
 * Stability: within a major version (0.x: a minor version) functions stay as they are and structs grow at their end. */
#ifndef ENTENTE_ENTENTE_H
#define ENTENTE_ENTENTE_H

#include <stddef.h>

#include <entente/export.hpp>

#ifdef __cplusplus
extern "C" {
#endif

/* What became of a call. */
typedef enum entente_code {
  ENTENTE_OK = 0,
  ENTENTE_USAGE = 1,            /* an argument that makes no sense, or an actor's name that could be several */
  ENTENTE_NOT_FOUND = 2,        /* an actor, a type or a path that is not there */
  ENTENTE_NOT_READABLE = 3,     /* a file that cannot be read */
  ENTENTE_BAD_FORMAT = 4,       /* input that is not what it should be */
  ENTENTE_BAD_MODEL = 5,        /* a model that is damaged or of another version */
  ENTENTE_INTERNAL = 6,         /* an internal invariant was violated */
  ENTENTE_NO_MEMORY = 7,        /* there is not enough memory */
  ENTENTE_CANCELLED = 8,        /* the caller asked for it to stop */
  ENTENTE_DEADLINE_EXCEEDED = 9 /* it was not finished in the time that the caller gave */
} entente_code;

/* The caller's; the library fills it where something fails, and leaves it alone otherwise. It never grows. Texts that
 * are too long are cut. */
typedef struct entente_error {
  entente_code code;
  char message[500];  /* where, what was found, what was expected, what to do next */
  char file[260];     /* the path or name of the file that it is about, or "" */
  char expected[260]; /* what was expected instead, or "" */
  size_t line;        /* of the file, from 1; 0 where it is not about one line */
} entente_error;

/* Models and lexicons, ready to read articles. */
typedef struct entente_pipeline entente_pipeline;
/* Actors and relations. */
typedef struct entente_network entente_network;

/* What a pipeline is built from. All may be NULL or 0. */
typedef struct entente_open_options {
  size_t size;
  const char* model;          /* "accurate" (the default), "fast", or the path of a model file */
  const void* model_bytes;    /* the bytes of a model file, which win over `model`; they must outlive the pipeline */
  size_t model_size;          /* how many there are */
  const char* actors;         /* the content of your own actors file (docs/cli.md) */
  const char* relations;      /* the content of your own relations file */
  const char* actors_name;    /* what errors call the actors file: its path */
  const char* relations_name; /* what errors call the relations file */
} entente_open_options;

/* Stops readings from outside, from any thread. */
typedef struct entente_stop entente_stop;

/* How an article is read. All may be NULL or 0. */
typedef struct entente_read_options {
  size_t size;
  /* Called after every few hundred words by the thread that reads: `read` of `sentences` are read. Anything but 0 ends
   * the reading with ENTENTE_CANCELLED. */
  int (*progress)(void* user, size_t read, size_t sentences);
  void* user;               /* for `progress` */
  const entente_stop* stop; /* once it is requested, the reading ends with ENTENTE_CANCELLED; any number may share it */
  size_t milliseconds;      /* after so many the reading ends with ENTENTE_DEADLINE_EXCEEDED; 0 for any time */
} entente_read_options;

/* What is read. All but `text` may be NULL. */
typedef struct entente_article {
  size_t size;
  const char* id;
  const char* title;
  const char* date;   /* "2023-03-18"; "" like NULL where it is not known */
  const char* source; /* path or address; its ending tells HTML and Markdown from plain text */
  const char* text;
  size_t text_size; /* in bytes; 0 where the text ends at its zero byte */
} entente_article;

/* Somebody or something that acts. */
typedef struct entente_actor {
  size_t size;
  const char* id;          /* "xi-jinping" */
  const char* name;        /* "Xi Jinping" */
  const char* type;        /* "person", "country", "organisation", "place", "group", "other" */
  const char* description; /* "" where there is none */
  double salience;         /* 0 to 1 */
  size_t mentions;         /* how many places name it: see entente_mention_at */
} entente_actor;

/* What one actor does to another. */
typedef struct entente_relation {
  size_t size;
  size_t source; /* index of an actor */
  size_t target;
  const char* type;      /* "visits" */
  const char* predicate; /* "travel to" */
  const char* status;    /* "asserted", "planned", "possible", "requested", "negated", "ended" */
  const char* speaker;   /* id of the actor to whom it is attributed, or "" */
  double confidence;     /* 0 to 1 */
  size_t evidence;       /* how many places say so: see entente_evidence_at */
  const char* sentence;  /* of the first of them */
} entente_relation;

/* A place that names an actor. */
typedef struct entente_mention {
  size_t size;
  size_t article;   /* index of an article */
  size_t begin;     /* code points of the article */
  size_t end;       /* one past the last */
  const char* form; /* "name", "adjective", "metonym", "description", "pronoun" */
} entente_mention;

/* A place that says a relation. */
typedef struct entente_evidence {
  size_t size;
  size_t article;         /* index of an article */
  size_t begin;           /* the sentence, in code points of the article */
  size_t end;             /* one past the last */
  size_t predicate_begin; /* the words that say it, likewise */
  size_t predicate_end;
  const char* sentence;  /* as written */
  const char* predicate; /* its lemmas here: "travel to" */
  const char* speaker;   /* id of the actor to whom it is attributed here, or "" */
  const char* time;      /* as written: "next week", or "" */
  const char* from;      /* the first day that it means, "2023-03-20", or "" */
  const char* to;        /* the last day, or "" */
  double confidence;     /* of this place alone, 0 to 1 */
} entente_evidence;

/* An article that a network was read from. Texts that are not known are "". */
typedef struct entente_source {
  size_t size;
  const char* id;
  const char* title;
  const char* date; /* "2023-03-18" or "" */
  const char* source;
  const char* outlet; /* who published it, where a page says so */
} entente_source;

/* Which relations are meant. Every field narrows; those that are NULL or 0 let everything through. */
typedef struct entente_filter {
  size_t size;
  const char* type;      /* "visits" */
  const char* status;    /* "asserted" */
  const char* speaker;   /* id of the actor to whom it is attributed */
  const char* article;   /* id */
  const char* since;     /* "2023-03-18": of that day or later; "" like NULL for no limit */
  const char* until;     /* of that day or earlier */
  double min_confidence; /* 0 to 1 */
  int held;              /* not 0: leave out what is said not to hold */
} entente_filter;

/* "0.1.0" */
ENTENTE_EXPORT const char* entente_version(void);

/* Built once (tens of milliseconds). `options` may be NULL. */
ENTENTE_EXPORT entente_pipeline* entente_open(const entente_open_options* options, entente_error* error);
/* Frees a pipeline. NULL is allowed. */
ENTENTE_EXPORT void entente_close(entente_pipeline* pipeline);

/* An article becomes a network. `options` may be NULL. */
ENTENTE_EXPORT entente_network* entente_read(const entente_pipeline* pipeline, const entente_article* article,
                                             const entente_read_options* options, entente_error* error);
/* A stop that is not requested yet. It must outlive the readings that it is given to. */
ENTENTE_EXPORT entente_stop* entente_new_stop(entente_error* error);
/* Ends all readings that it is given to, now and later. NULL is allowed. */
ENTENTE_EXPORT void entente_request_stop(entente_stop* stop);
/* Frees a stop. NULL is allowed. */
ENTENTE_EXPORT void entente_free_stop(entente_stop* stop);
/* A network that was written as JSON (docs/graph-format.md). Safe on any bytes. */
ENTENTE_EXPORT entente_network* entente_load(const char* json, size_t size, entente_error* error);
/* One network of many, which stay as they are: actors that are the same become one. The order makes no difference. */
ENTENTE_EXPORT entente_network* entente_merge(const entente_pipeline* pipeline, const entente_network* const* networks,
                                              size_t count, entente_error* error);
/* The part of a network with the relations that the filter lets through, as a network of its own, which every question
 * below can be asked of. Actors stay, with their numbers. */
ENTENTE_EXPORT entente_network* entente_select(const entente_pipeline* pipeline, const entente_network* network,
                                               const entente_filter* filter, entente_error* error);
/* Frees a network. NULL is allowed. */
ENTENTE_EXPORT void entente_free_network(entente_network* network);

/* How many actors there are; they are numbered from 0, as are relations, articles, mentions and evidence. */
ENTENTE_EXPORT size_t entente_actor_count(const entente_network* network);
/* How many relations there are. */
ENTENTE_EXPORT size_t entente_relation_count(const entente_network* network);
/* How many articles it was read from. */
ENTENTE_EXPORT size_t entente_source_count(const entente_network* network);
/* The actor of that number. */
ENTENTE_EXPORT entente_code entente_actor_at(const entente_network* network, size_t index, entente_actor* actor,
                                             entente_error* error);
/* The relation of that number. */
ENTENTE_EXPORT entente_code entente_relation_at(const entente_network* network, size_t index,
                                                entente_relation* relation, entente_error* error);
/* The article of that number. */
ENTENTE_EXPORT entente_code entente_source_at(const entente_network* network, size_t index, entente_source* source,
                                              entente_error* error);
/* One of the places that name an actor, in the order of the text. */
ENTENTE_EXPORT entente_code entente_mention_at(const entente_network* network, size_t actor, size_t index,
                                               entente_mention* mention, entente_error* error);
/* One of the places that say a relation, in the order of the text. */
ENTENTE_EXPORT entente_code entente_evidence_at(const entente_network* network, size_t relation, size_t index,
                                                entente_evidence* evidence, entente_error* error);

/* The actor of that id, name or alias; case and accents do not matter. ENTENTE_NOT_FOUND names the nearest. */
ENTENTE_EXPORT entente_code entente_find(const entente_network* network, const char* name, size_t* actor,
                                         entente_error* error);
/* Actors within `depth` relations, the nearest first. The list is NULL where there are none. */
ENTENTE_EXPORT entente_code entente_neighbors(const entente_network* network, size_t actor, unsigned depth,
                                              size_t** actors, size_t* count, entente_error* error);
/* The relations between two actors, either way. The list is NULL where there are none. */
ENTENTE_EXPORT entente_code entente_between(const entente_network* network, size_t first, size_t second,
                                            size_t** relations, size_t* count, entente_error* error);
/* The relations of the shortest path, one per step; relations that are said not to hold do not count.
 * ENTENTE_NOT_FOUND where there is none of at most `max_hops`. */
ENTENTE_EXPORT entente_code entente_path(const entente_pipeline* pipeline, const entente_network* network, size_t from,
                                         size_t to, unsigned max_hops, size_t** relations, size_t* count,
                                         entente_error* error);
/* One score per actor into `scores`, by "pagerank", "betweenness", "degree" or "mentions". */
ENTENTE_EXPORT entente_code entente_rank(const entente_network* network, const char* by, double* scores,
                                         entente_error* error);

/* The network as "json", "svg", "png", "pdf", "dot", "gv", "html", "graphml", "gexf", "csv" (relations), "nodes.csv"
 * (actors), "evidence.csv", "articles.csv", "cypher" or "ftm". `size`, where it is not NULL, gets the number of bytes,
 * without the zero byte at the end. */
ENTENTE_EXPORT char* entente_write(const entente_pipeline* pipeline, const entente_network* network, const char* format,
                                   size_t* size, entente_error* error);

/* Frees what entente_write, entente_neighbors, entente_between and entente_path gave. NULL is allowed. */
ENTENTE_EXPORT void entente_free(void* memory);

#ifdef __cplusplus
}
#endif

#endif
