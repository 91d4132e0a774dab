#include "cases/findings.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cases/case_file.hpp"

namespace entente::cases {

namespace {

using Ids = std::set<std::string>;
using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 6> Statuses = {"asserted",  "planned", "possible",
                                                      "requested", "negated", "ended"};
constexpr std::array<std::string_view, 6> Kinds = {"person", "country", "organisation", "place", "group", "other"};
constexpr std::array<std::string_view, 6> Fields = {"speaker", "predicate", "time", "from", "to", "evidence"};

template <typename List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Lower case (ASCII), without quotes round it and without a leading "the".
std::string folded(std::string name) {
  name = trimmed(name);
  if (name.size() > 1 && name.front() == '"' && name.back() == '"') {
    name = trimmed(name.substr(1, name.size() - 2));
  }
  for (char& c : name) {
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return name.starts_with("the ") ? name.substr(4) : name;
}

Words split(const std::string& text, char separator = '|') {
  Words parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

// Takes the last word off `text` where it is one of the list.
std::string take_last_word(std::string& text, const auto& list) {
  const std::size_t space = text.rfind(' ');
  if (space == std::string::npos || !holds(list, text.substr(space + 1))) {
    return "";
  }
  std::string word = text.substr(space + 1);
  text = trimmed(text.substr(0, space));
  return word;
}

bool is_named(const FoundActor& actor, const std::string& name) {
  return folded(actor.id) == name || folded(actor.name) == name ||
         std::any_of(actor.aliases.begin(), actor.aliases.end(), [&](const auto& a) { return folded(a) == name; });
}

// "he#2": the actor of the second mention that reads so.
std::optional<Ids> numbered_mention(const Found& found, const std::string& name) {
  const std::size_t hash = name.rfind('#');
  if (hash == std::string::npos || hash + 1 == name.size() ||
      name.find_first_not_of("0123456789", hash + 1) != std::string::npos) {
    return std::nullopt;
  }
  std::size_t left = std::stoul(name.substr(hash + 1));
  for (const FoundMention& mention : found.mentions) {
    if (folded(mention.words) == folded(name.substr(0, hash)) && --left == 0) {
      return Ids{mention.actor};
    }
  }
  return Ids{};
}

// Everyone whom that name may mean: by id, name or alias; else by the words of a mention.
Ids ids_of(const Found& found, const std::string& written) {
  if (auto numbered = numbered_mention(found, written)) {
    return *numbered;
  }
  const std::string name = folded(written);
  Ids ids;
  for (const FoundActor& actor : found.actors) {
    if (is_named(actor, name)) {
      ids.insert(actor.id);
    }
  }
  for (const FoundMention& mention : found.mentions) {
    if (ids.empty() && (folded(mention.words) == name || folded(mention.name_words) == name)) {
      return {mention.actor};
    }
  }
  return ids;
}

Ids ids_of_any(const Found& found, const Words& names) {
  Ids ids;
  for (const std::string& name : names) {
    ids.merge(ids_of(found, name));
  }
  return ids;
}

std::string check_actor(const Found& found, std::string name) {
  const std::string kind = take_last_word(name, Kinds);
  const Ids ids = ids_of(found, name);
  if (ids.empty()) {
    return "nobody of that name";
  }
  std::string other;
  for (const FoundActor& actor : found.actors) {
    if (ids.contains(actor.id)) {
      if (kind.empty() || actor.kind == kind) {
        return "";
      }
      other = actor.kind;
    }
  }
  return "is of kind " + other;
}

std::string check_no_actor(const Found& found, const std::string& name) {
  const Ids ids = ids_of(found, name);
  return ids.empty() ? "" : fmt::format("is there as {}", fmt::join(ids, ", "));
}

std::string check_actors(const Found& found, const Words& names) {
  std::vector<std::string> wrong;
  Ids known;
  for (const std::string& name : names) {
    const Ids ids = ids_of(found, name);
    if (ids.empty()) {
      wrong.push_back("no " + name);
    }
    known.insert(ids.begin(), ids.end());
  }
  for (const FoundActor& actor : found.actors) {
    if (!known.contains(actor.id)) {
      wrong.push_back("also " + actor.name);
    }
  }
  return fmt::format("{}", fmt::join(wrong, ", "));
}

std::string check_same(const Found& found, const Words& names) {
  Ids common = ids_of(found, names.front());
  for (const std::string& name : names) {
    const Ids ids = ids_of(found, name);
    if (ids.empty()) {
      return "nobody is called " + name;
    }
    std::erase_if(common, [&](const std::string& id) { return !ids.contains(id); });
    if (common.empty()) {
      return fmt::format("{} is {}, {} is {}", names.front(), fmt::join(ids_of(found, names.front()), ", "), name,
                         fmt::join(ids, ", "));
    }
  }
  return "";
}

std::string check_not_same(const Found& found, const Words& names) {
  std::set<Ids> seen;
  for (const std::string& name : names) {
    const Ids ids = ids_of(found, name);
    if (ids.empty()) {
      return "nobody is called " + name;
    }
    if (!seen.insert(ids).second) {
      return fmt::format("{} is {} as well", name, fmt::join(ids, ", "));
    }
  }
  return "";
}

// "A | B -meets|visits-> C planned speaker: D", taken apart.
struct Wanted {
  Words sources;
  Words types;
  Words targets;
  std::string status;
  std::vector<std::pair<std::string, std::string>> fields;
};

// Takes " speaker: Lukashenko time: next week" off the end of `text`, last field first.
void take_fields(std::string& text, Wanted& wanted) {
  for (bool more = true; more;) {
    std::size_t last = 0;
    std::string key;
    for (const std::string_view field : Fields) {
      const std::size_t at = text.rfind(fmt::format(" {}: ", field));
      if (at != std::string::npos && at >= last) {
        last = at;
        key = field;
      }
    }
    more = !key.empty();
    if (more) {
      wanted.fields.emplace_back(key, trimmed(text.substr(last + key.size() + 3)));
      text.resize(last);
    }
  }
}

std::optional<Wanted> read_wanted(const std::string& text) {
  const std::size_t open = text.find(" -");
  const std::size_t close = text.find("-> ", open == std::string::npos ? 0 : open);
  if (open == std::string::npos || close == std::string::npos) {
    return std::nullopt;
  }
  Wanted wanted;
  wanted.sources = split(text.substr(0, open));
  wanted.types = split(text.substr(open + 2, close - open - 2));
  std::string rest = text.substr(close + 3);
  take_fields(rest, wanted);
  wanted.status = take_last_word(rest, Statuses);
  wanted.targets = split(rest);
  return wanted;
}

bool field_fits(const Found& found, const FoundRelation& relation, const std::string& key, const std::string& value) {
  if (key == "speaker") {
    return value == "none" ? relation.speaker.empty() : ids_of(found, value).contains(relation.speaker);
  }
  if (key == "evidence") {
    return relation.evidence.find(value) != std::string::npos;
  }
  return value == (key == "predicate" ? relation.predicate
                   : key == "time"    ? relation.time
                   : key == "from"    ? relation.from
                                      : relation.to);
}

bool ends_fit(const FoundRelation& relation, const Ids& sources, const Ids& targets) {
  return (sources.contains(relation.source) && targets.contains(relation.target)) ||
         (relation.symmetric && sources.contains(relation.target) && targets.contains(relation.source));
}

std::string show(const FoundRelation& relation) {
  std::string line = fmt::format("{} -{}-> {}", relation.source, relation.type, relation.target);
  line += relation.status == "asserted" ? "" : " " + relation.status;
  line += relation.speaker.empty() ? "" : " speaker: " + relation.speaker;
  line += relation.predicate.empty() ? "" : " predicate: " + relation.predicate;
  line += relation.time.empty() ? "" : " time: " + relation.time;
  line += relation.from.empty() ? "" : " from: " + relation.from;
  line += relation.to.empty() ? "" : " to: " + relation.to;
  return line;
}

std::string check_relation(const Found& found, const std::string& text, bool must_be) {
  const auto wanted = read_wanted(text);
  if (!wanted) {
    return "cannot be read: tests/cases/case_file.hpp lists the forms";
  }
  const Ids sources = ids_of_any(found, wanted->sources);
  const Ids targets = ids_of_any(found, wanted->targets);
  std::string near;
  for (const FoundRelation& relation : found.relations) {
    if (!ends_fit(relation, sources, targets)) {
      continue;
    }
    const bool type = holds(wanted->types, relation.type) || holds(wanted->types, "*");
    const bool status = wanted->status.empty()
                            ? !must_be || (relation.status != "negated" && relation.status != "ended")
                            : relation.status == wanted->status;
    const bool fields = std::all_of(wanted->fields.begin(), wanted->fields.end(), [&](const auto& field) {
      return field_fits(found, relation, field.first, field.second);
    });
    if (type && status && fields) {
      return must_be ? "" : "is there: " + show(relation);
    }
    near += (near.empty() ? "found " : "; ") + show(relation);
  }
  if (!must_be) {
    return "";
  }
  if (sources.empty() || targets.empty()) {
    return fmt::format("nobody is called {}", fmt::join(sources.empty() ? wanted->sources : wanted->targets, " | "));
  }
  return near.empty() ? "nothing between the two that way" : near;
}

std::string check_pair(const Found& found, const Words& names, bool must_be) {
  if (names.size() != 2) {
    return "cannot be read: two names are needed";
  }
  const Ids a = ids_of(found, names[0]);
  const Ids b = ids_of(found, names[1]);
  for (const FoundRelation& relation : found.relations) {
    if (ends_fit(relation, a, b) || ends_fit(relation, b, a)) {
      return must_be ? "" : "is there: " + show(relation);
    }
  }
  return must_be ? "nothing between the two" : "";
}

std::string check_title(const Found& found, const Words& parts) {
  if (parts.size() < 2 || parts.size() > 3) {
    return "cannot be read: title A | OFFICE [| OF]";
  }
  const Ids holders = ids_of(found, parts[0]);
  std::string near;
  for (const FoundTitle& title : found.titles) {
    if (!holders.contains(title.holder)) {
      continue;
    }
    const bool of =
        parts.size() == 2 || (parts[2] == "-" ? title.of.empty() : ids_of(found, parts[2]).contains(title.of));
    if (of && folded(title.office) == folded(parts[1])) {
      return "";
    }
    near += fmt::format("{}{} of {}", near.empty() ? "is " : "; ", title.office, title.of.empty() ? "-" : title.of);
  }
  return near.empty() ? "no title" : near;
}

const FoundActor* actor_of(const Found& found, const std::string& name) {
  const Ids ids = ids_of(found, name);
  const auto at = std::find_if(found.actors.begin(), found.actors.end(),
                               [&](const FoundActor& actor) { return ids.contains(actor.id); });
  return at == found.actors.end() ? nullptr : &*at;
}

std::string check_description(const Found& found, const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) {
    return "cannot be read: description A: WORDS";
  }
  const FoundActor* actor = actor_of(found, text.substr(0, colon));
  if (actor == nullptr) {
    return "nobody of that name";
  }
  return actor->description == trimmed(text.substr(colon + 1)) ? "" : "is '" + actor->description + "'";
}

std::string check_gender(const Found& found, std::string name) {
  const std::string gender = take_last_word(name, std::array<std::string_view, 3>{"feminine", "masculine", "unknown"});
  const FoundActor* actor = actor_of(found, name);
  if (actor == nullptr) {
    return "nobody of that name";
  }
  return actor->gender == gender ? "" : "is " + actor->gender;
}

}  // namespace

std::string check(const Found& found, const std::string& expectation) {
  const std::size_t space = std::min(expectation.find_first_of(" :"), expectation.size());
  const std::string verb = expectation.substr(0, space);
  const std::string rest = space < expectation.size() ? trimmed(expectation.substr(space + 1)) : "";
  if (verb == "actor") {
    return check_actor(found, rest);
  }
  if (verb == "no-actor") {
    return check_no_actor(found, rest);
  }
  if (verb == "actors") {
    return check_actors(found, split(rest));
  }
  if (verb == "same") {
    return check_same(found, split(rest));
  }
  if (verb == "not-same") {
    return check_not_same(found, split(rest));
  }
  if (verb == "pair" || verb == "no-pair") {
    return check_pair(found, split(rest), verb == "pair");
  }
  if (verb == "no-relations") {
    return found.relations.empty() ? "" : "is there: " + show(found.relations.front());
  }
  if (verb == "title") {
    return check_title(found, split(rest));
  }
  if (verb == "description") {
    return check_description(found, rest);
  }
  if (verb == "gender") {
    return check_gender(found, rest);
  }
  if (verb == "headline") {
    return found.headline == rest ? "" : "is '" + found.headline + "'";
  }
  return verb == "not" ? check_relation(found, rest, false) : check_relation(found, expectation, true);
}

std::string describe(const Found& found) {
  std::string out;
  for (const FoundActor& actor : found.actors) {
    out += fmt::format("    {} [{}] \"{}\"", actor.id, actor.kind, actor.name);
    out += actor.aliases.empty() ? "" : fmt::format(" = {}", fmt::join(actor.aliases, " | "));
    out += actor.description.empty() ? "" : fmt::format(" ({})", actor.description);
    out += '\n';
  }
  for (const FoundRelation& relation : found.relations) {
    out += fmt::format("    {}\n", show(relation));
  }
  for (const FoundTitle& title : found.titles) {
    out += fmt::format("    title {} | {} | {}\n", title.holder, title.office, title.of.empty() ? "-" : title.of);
  }
  return out;
}

}  // namespace entente::cases
