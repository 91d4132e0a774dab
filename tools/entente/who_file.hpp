// Who is who in many articles, as `identify` writes it and `merge --who` reads it: a line of JSON for each article that
// has a person who goes by another id in the corpus than in the article.
#pragma once

#include <string>

#include <entente/graph/person_register.hpp>

namespace entente::cli {

// {"article": {"id", "title", "date", "source"}, "name", "persons": [{"id", "name", "person", "reason"}]}, with a line
// break; "" where every person keeps the id that the article gives.
std::string who_line(const DecidedArticle& article);

// The decisions in that file. Throws Error that names the file and the line where one is not as who_line() writes it.
DecidedPersons read_who(const std::string& path);

}  // namespace entente::cli
