/* entente for C, and for every language that can call C: article in, network out, questions, pictures.
 *
 *   entente_error error;
 *   entente_pipeline* pipeline = entente_open(NULL, NULL, &error);
 *   entente_article article = {.text = "Xi Jinping met Vladimir Putin in Moscow."};
 *   entente_network* network = entente_read(pipeline, &article, &error);
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
 * Texts are UTF-8 and end with a zero byte. Those inside entente_actor and entente_relation belong to the network and
 * live as long as it does; what is returned as char* or list of indices is the caller's, to be given to entente_free.
 *
 * Stability: within a major version (0.x: a minor version) functions and structs stay as they are. */
#ifndef ENTENTE_ENTENTE_H
#define ENTENTE_ENTENTE_H

#include <stddef.h>

#include <entente/export.hpp>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum entente_code {
  ENTENTE_OK = 0,
  ENTENTE_USAGE = 1,        /* an argument that makes no sense, or an actor's name that could be several */
  ENTENTE_NOT_FOUND = 2,    /* an actor, a type or a path that is not there */
  ENTENTE_NOT_READABLE = 3, /* a file that cannot be read */
  ENTENTE_BAD_FORMAT = 4,   /* input that is not what it should be */
  ENTENTE_BAD_MODEL = 5,    /* a model that is damaged or of another version */
  ENTENTE_INTERNAL = 6,     /* a promise of the library that it broke */
  ENTENTE_NO_MEMORY = 7
} entente_code;

/* The caller's; the library fills it where something fails, and leaves it alone otherwise. */
typedef struct entente_error {
  entente_code code;
  char message[500]; /* what was found, what was expected; cut where it is longer */
} entente_error;

typedef struct entente_pipeline entente_pipeline;
typedef struct entente_network entente_network;

/* All but `text` may be NULL. Begin with = {0}, or name the fields that you set. */
typedef struct entente_article {
  const char* id;
  const char* title;
  const char* date;   /* "2023-03-18" */
  const char* source; /* path or address; its ending tells HTML and Markdown from plain text */
  const char* text;
  size_t text_size; /* in bytes; 0 where the text ends at its zero byte */
} entente_article;

typedef struct entente_actor {
  const char* id;          /* "xi-jinping" */
  const char* name;        /* "Xi Jinping" */
  const char* type;        /* "person", "country", "organisation", "place", "group", "other" */
  const char* description; /* "" where there is none */
  double salience;         /* 0 to 1 */
  size_t mentions;
} entente_actor;

typedef struct entente_relation {
  size_t source; /* index of an actor */
  size_t target;
  const char* type;      /* "visits" */
  const char* predicate; /* "travel to" */
  const char* status;    /* "asserted", "planned", "possible", "requested", "negated", "ended" */
  const char* speaker;   /* id of the actor to whom it is attributed, or "" */
  double confidence;     /* 0 to 1 */
  size_t evidence;       /* how many places say so */
  const char* sentence;  /* of the first of them */
} entente_relation;

/* "0.1.0" */
ENTENTE_EXPORT const char* entente_version(void);

/* Built once (some ten milliseconds). `actors` and `relations` are the contents of your own actors and relations files
 * (docs/cli.md), or NULL. */
ENTENTE_EXPORT entente_pipeline* entente_open(const char* actors, const char* relations, entente_error* error);
ENTENTE_EXPORT void entente_close(entente_pipeline* pipeline);

/* An article becomes a network. */
ENTENTE_EXPORT entente_network* entente_read(const entente_pipeline* pipeline, const entente_article* article,
                                             entente_error* error);
/* A network that was written as JSON (docs/graph-format.md). Safe on any bytes. */
ENTENTE_EXPORT entente_network* entente_load(const char* json, size_t size, entente_error* error);
/* One network of many, which stay as they are: actors that are the same become one. The order makes no difference. */
ENTENTE_EXPORT entente_network* entente_merge(const entente_pipeline* pipeline, const entente_network* const* networks,
                                              size_t count, entente_error* error);
ENTENTE_EXPORT void entente_free_network(entente_network* network);

/* Actors and relations are numbered from 0. */
ENTENTE_EXPORT size_t entente_actor_count(const entente_network* network);
ENTENTE_EXPORT size_t entente_relation_count(const entente_network* network);
ENTENTE_EXPORT entente_code entente_actor_at(const entente_network* network, size_t index, entente_actor* actor,
                                             entente_error* error);
ENTENTE_EXPORT entente_code entente_relation_at(const entente_network* network, size_t index,
                                                entente_relation* relation, entente_error* error);

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
