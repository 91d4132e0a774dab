#include "relations/scene.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

namespace entente::test {

namespace {

std::string slug(std::string_view name) {
  std::string id;
  for (const char c : name) {
    if (c != ' ' && c != '.') {
      id.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
    }
  }
  return id;
}

ActorKind kind_of(NameKind kind) {
  switch (kind) {
    case NameKind::Person:
      return ActorKind::Person;
    case NameKind::Organisation:
      return ActorKind::Organisation;
    case NameKind::Place:
      return ActorKind::Place;
    case NameKind::Country:
    case NameKind::Nationality:
      return ActorKind::Country;
    case NameKind::Group:
      return ActorKind::Group;
    default:
      return ActorKind::Other;
  }
}

TokenId head_of(const Syntax& syntax, Span tokens) {
  for (TokenId t = tokens.begin; t < tokens.end; ++t) {
    if (syntax.heads[t] == None || !tokens.contains(syntax.heads[t])) {
      return t;
    }
  }
  return tokens.begin;
}

std::string dump(const Scene& scene, const RelationReader& reader, bool full) {
  const auto relations = reader.read(scene.text.document, scene.text.tagging, scene.text.syntax, scene.actors, {});
  const auto id = [&](ActorId actor) { return scene.actors.actors[actor].id; };
  std::string text;
  for (const auto& f : relations.findings) {
    text += text.empty() ? "" : "; ";
    text += id(f.source) + " -" + reader.types().types[f.type].name + "-> " + id(f.target);
    text += f.status == Status::Asserted ? "" : " " + std::string(status_name(f.status));
    if (full) {
      text += f.speaker == None ? "" : " [" + id(f.speaker) + "]";
      const auto shown = [](const Date& day) { return day.empty() ? "?" : day; };
      text += f.time ? " (" + shown(f.time->from) + ".." + shown(f.time->to) + ")" : "";
    }
  }
  return text;
}

}  // namespace

Scene scene(std::string_view notation, std::string_view date) {
  Scene result{annotate(notation), {}};
  auto& [text, actors] = result;
  if (!date.empty()) {
    text.document.date = std::string(date);
  }
  actors.by_head.assign(text.document.tokens.size(), None);
  std::map<std::string, ActorId> known;
  for (const auto& name : text.names.names) {
    const auto written = text.document.view_tokens(name.tokens);
    const auto id = slug(written);
    const auto [at, is_new] = known.emplace(id, static_cast<ActorId>(actors.actors.size()));
    if (is_new) {
      ActorEntry entry;
      entry.id = id;
      entry.name = written;
      entry.kind = kind_of(name.kind);
      actors.actors.push_back(entry);
    }
    Mention mention;
    mention.tokens = mention.name = name.tokens;
    mention.head = head_of(text.syntax, name.tokens);
    mention.form = name.kind == NameKind::Nationality ? MentionForm::Adjective : MentionForm::Name;
    mention.actor = at->second;
    actors.by_head[mention.head] = static_cast<MentionId>(actors.mentions.size());
    actors.actors[at->second].mentions.push_back(static_cast<MentionId>(actors.mentions.size()));
    actors.mentions.push_back(mention);
  }
  return result;
}

std::string findings_of(const Scene& scene, const RelationReader& reader) { return dump(scene, reader, false); }
std::string full_findings_of(const Scene& scene, const RelationReader& reader) { return dump(scene, reader, true); }

const RelationReader& shipped_reader() {
  static const RelationReader reader(Model::built_in("fast"));
  return reader;
}

void check_findings(std::initializer_list<FindingsRow> rows) {
  for (const auto& [text, found] : rows) {
    CAPTURE(text);
    CHECK(findings_of(scene(text), shipped_reader()) == found);
  }
}

void check_full_findings(std::initializer_list<FindingsRow> rows) {
  for (const auto& [text, found] : rows) {
    CAPTURE(text);
    CHECK(full_findings_of(scene(text), shipped_reader()) == found);
  }
}

Lexicons::Lexicons(std::string_view user_relations)
    : types(load_relation_types(user_relations)),
      predicates(types, user_relations),
      status_words(predicates.words()),
      time_words(predicates.words()),
      governors(types, predicates.words()),
      belonging(types, predicates.words()) {}

const Frame& Lexicons::frame(std::string_view anchor) const {
  const WordId word = predicates.words().find(anchor);
  const auto verbs = predicates.verb_frames(word);
  const auto frames = verbs.empty() ? predicates.noun_frames(word) : verbs;
  REQUIRE(!frames.empty());
  return *frames.front();
}

const Lexicons& shipped_lexicons() {
  static const Lexicons shipped;
  return shipped;
}

SceneReading::SceneReading(std::string_view notation, std::string_view date, const Lexicons& words)
    : lexicons(words),
      scene(test::scene(notation, date)),
      reading(scene.text.document, scene.text.tagging, scene.text.syntax, scene.actors, words.predicates,
              words.status_words) {}

std::string SceneReading::dump(const Arguments& arguments) const {
  std::string all;
  for (const Argument& it : arguments) {
    all += (all.empty() ? "" : ", ") + form(it.token) + " (" + std::string(via_name(it.via)) + ")";
  }
  return all;
}

std::string SceneReading::dump(const Fillers& fillers) const {
  std::string all;
  for (const Filler& it : fillers) {
    all += (all.empty() ? "" : ", ") + id(it.mention) + " (" + std::string(via_name(it.via));
    all += it.inside == Via::Direct ? ")" : ", " + std::string(via_name(it.inside)) + ")";
  }
  return all;
}

std::string SceneReading::dump(const std::vector<Match>& matches) const {
  std::string all;
  for (const Match& it : matches) {
    all += (all.empty() ? "" : "; ") + id(it.source.mention) + " -" + lexicons.types.types[it.frame->type].name +
           "-> " + id(it.target.mention);
  }
  return all;
}

}  // namespace entente::test
