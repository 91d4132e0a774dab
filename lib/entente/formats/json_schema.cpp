#include <entente/formats/json_schema.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <entente/base/dates.hpp>
#include <entente/graph/evidence.hpp>

namespace entente::inline v0_1::json_schema {

namespace {

void take(std::string& into, Value& value) {
  if (value.text != nullptr) {
    into = std::move(*value.text);
  }
}

void take_name(std::string& into, Value& value) {
  if (value.text->empty()) {
    throw Problem{"found an empty string", "a name"};
  }
  into = std::move(*value.text);
}

void check_date(const Value& value) {
  if (value.text != nullptr && !value.text->empty() && !calendar_day(*value.text)) {
    throw Problem{"found " + quoted(*value.text), "a date like \"2023-03-18\""};
  }
}

void take_date(Date& into, Value& value) {
  check_date(value);
  take(into, value);
}

// The number, which must be from 0 to 1.
double fraction(const Value& value) {
  if (!(value.number >= 0.0 && value.number <= 1.0)) {
    throw Problem{fmt::format("found {}", value.number), "a number from 0 to 1"};
  }
  return value.number;
}

// Sets the enumerator whose name the value is; `last` is the last enumerator.
template <typename Choice, typename Name>
void choose(Choice& into, const Value& value, Choice last, Name name) {
  std::vector<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    names.push_back(name(static_cast<Choice>(i)));
    if (names.back() == *value.text) {
      into = static_cast<Choice>(i);
      return;
    }
  }
  throw Problem{"found " + quoted(*value.text), fmt::format("one of {}", fmt::join(names, ", "))};
}

std::string_view gender_name(ActorGender gender) {
  constexpr std::array<std::string_view, 3> Names = {"unknown", "feminine", "masculine"};
  return Names[static_cast<std::size_t>(gender)];
}

void take_actor_id(std::string& into, Draft& draft, Value& value) {
  if (value.text != nullptr && !value.text->empty()) {
    draft.builder.refer_actor(*value.text);
  }
  take(into, value);
}

void check_span(Span span) {
  if (span.end < span.begin) {
    throw Problem{fmt::format("begins at {} and ends at {}", span.begin, span.end),
                  "an end that is not before the beginning"};
  }
}

void finish_article(Draft& d) {
  if (!d.builder.define_article(std::move(d.article))) {
    throw Problem{"has the id " + quoted(d.builder.last_id()) + " again", "an id of its own"};
  }
}

// Far more than anyone defines. A lookup compares one type after another, so their number must be bounded.
constexpr std::size_t MostTypes = 1000;

void finish_type(Draft& d) {
  if (d.builder.type_count() == MostTypes) {
    throw Problem{fmt::format("found more than {} types", MostTypes), "those of the relations alone"};
  }
  if (d.type.label.empty() && !is_untyped(d.type.name)) {
    d.type.label = d.type.name;
  }
  if (!d.builder.define_type(std::move(d.type))) {
    throw Problem{"has the name " + quoted(d.builder.last_id()) + " again", "a name of its own"};
  }
}

void finish_actor(Draft& d) {
  if (!d.builder.define_actor(std::move(d.actor))) {
    throw Problem{"has the id " + quoted(d.builder.last_id()) + " again", "an id of its own"};
  }
}

void finish_relation(Draft& d) {
  if (d.relation.evidence.empty()) {
    throw Problem{"has no evidence", "at least one place that says so"};
  }
  d.builder.add_relation(std::move(d.relation));
}

void finish_evidence(Draft& d) {
  check_span(d.evidence().evidence.sentence);
  check_span(d.evidence().evidence.predicate);
}

void check_format(Draft& /*d*/, Value& v) {
  if (*v.text != "entente/1") {
    throw Problem{"found the format " + quoted(*v.text), "\"entente/1\"", "another version may have written it"};
  }
}

void check_directed(Draft& /*d*/, Value& v) {
  if (!v.boolean) {
    throw Problem{"found false", "true", "relations have a direction"};
  }
}

constexpr bool Required = true;
constexpr bool Optional = false;

// NOLINTBEGIN(readability-identifier-length): d is the draft, v the value, in every row.
// The rules of one frame stand together. NetworkX before 3.4 calls the edges "links".
constexpr Rule Rules[] = {
    {Frame::Outside, "", Object, nullptr, Required, Frame::Root},

    {Frame::Root, "directed", Boolean, check_directed},
    {Frame::Root, "graph", Object, nullptr, Required, Frame::Graph},
    {Frame::Root, "nodes", List, nullptr, Required, Frame::Nodes},
    {Frame::Root, "edges", List, nullptr, Optional, Frame::Edges},
    {Frame::Root, "links", List, nullptr, Optional, Frame::Edges},

    {Frame::Graph, "format", Text, check_format, Required},
    {Frame::Graph, "articles", List, nullptr, Optional, Frame::Articles},
    {Frame::Graph, "types", List, nullptr, Optional, Frame::TypeList},

    {Frame::Articles, "", Object, [](Draft& d, Value&) { d.article = {}; }, Optional, Frame::Article, finish_article},

    {Frame::Article, "id", Text, [](Draft& d, Value& v) { take_name(d.article.id, v); }, Required},
    {Frame::Article, "title", Text | Null, [](Draft& d, Value& v) { take(d.article.title, v); }},
    {Frame::Article, "date", Text | Null, [](Draft& d, Value& v) { take_date(d.article.date, v); }},
    {Frame::Article, "source", Text | Null, [](Draft& d, Value& v) { take(d.article.source, v); }},
    {Frame::Article, "outlet", Text | Null, [](Draft& d, Value& v) { take(d.article.outlet, v); }},

    {Frame::TypeList, "", Object, [](Draft& d, Value&) { d.type = {}; }, Optional, Frame::Type, finish_type},

    {Frame::Type, "name", Text, [](Draft& d, Value& v) { take_name(d.type.name, v); }, Required},
    {Frame::Type, "label", Text, [](Draft& d, Value& v) { take(d.type.label, v); }},
    {Frame::Type, "family", Text,
     [](Draft& d, Value& v) { choose(d.type.family, v, RelationFamily::Other, family_name); }},
    {Frame::Type, "symmetric", Boolean, [](Draft& d, Value& v) { d.type.symmetric = v.boolean; }},
    {Frame::Type, "cameo", Text | Null, [](Draft& d, Value& v) { take(d.type.cameo, v); }},
    {Frame::Type, "plover", Text | Null, [](Draft& d, Value& v) { take(d.type.plover, v); }},
    {Frame::Type, "meaning", Text | Null, [](Draft& d, Value& v) { take(d.type.meaning, v); }},

    {Frame::Nodes, "", Object, [](Draft& d, Value&) { d.actor = {}; }, Optional, Frame::Node, finish_actor},

    {Frame::Node, "id", Text, [](Draft& d, Value& v) { take_name(d.actor.id, v); }, Required},
    {Frame::Node, "name", Text, [](Draft& d, Value& v) { take(d.actor.name, v); }},
    {Frame::Node, "type", Text, [](Draft& d, Value& v) { choose(d.actor.kind, v, ActorKind::Other, actor_kind_name); }},
    {Frame::Node, "aliases", List, [](Draft& d, Value&) { d.actor.aliases.clear(); }, Optional, Frame::Aliases},
    {Frame::Node, "description", Text | Null, [](Draft& d, Value& v) { take(d.actor.description, v); }},
    {Frame::Node, "gender", Text | Null,
     [](Draft& d, Value& v) {
       if (v.text != nullptr) {
         choose(d.actor.gender, v, ActorGender::Masculine, gender_name);
       }
     }},
    {Frame::Node, "country", Text | Null, [](Draft& d, Value& v) { take(d.actor.country, v); }},
    {Frame::Node, "salience", Real | Integer,
     [](Draft& d, Value& v) { d.actor.salience = rounded_salience(fraction(v)); }},
    {Frame::Node, "mentions", List, [](Draft& d, Value&) { d.actor.mentions.clear(); }, Optional, Frame::Mentions},

    {Frame::Aliases, "", Text, [](Draft& d, Value& v) { take(d.actor.aliases.emplace_back(), v); }},

    {Frame::Mentions, "", Object, [](Draft& d, Value&) { d.mention = {}; }, Optional, Frame::Mention,
     [](Draft& d) {
       check_span(d.mention.text);
       d.actor.mentions.push_back(d.mention);
     }},

    {Frame::Mention, "article", Text, [](Draft& d, Value& v) { d.mention.article = d.builder.refer_article(*v.text); },
     Required},
    {Frame::Mention, "begin", Integer, [](Draft& d, Value& v) { d.mention.text.begin = v.count; }, Required},
    {Frame::Mention, "end", Integer, [](Draft& d, Value& v) { d.mention.text.end = v.count; }, Required},
    {Frame::Mention, "form", Text,
     [](Draft& d, Value& v) { choose(d.mention.form, v, MentionForm::Pronoun, mention_form_name); }},

    {Frame::Edges, "", Object, [](Draft& d, Value&) { d.relation = {}; }, Optional, Frame::Edge, finish_relation},

    {Frame::Edge, "source", Text, [](Draft& d, Value& v) { d.relation.source = d.builder.refer_actor(*v.text); },
     Required},
    {Frame::Edge, "target", Text, [](Draft& d, Value& v) { d.relation.target = d.builder.refer_actor(*v.text); },
     Required},
    {Frame::Edge, "type", Text, [](Draft& d, Value& v) { take_name(d.relation.relation.type, v); }, Required},
    {Frame::Edge, "predicate", Text | Null, [](Draft& d, Value& v) { take(d.relation.relation.predicate, v); }},
    {Frame::Edge, "status", Text,
     [](Draft& d, Value& v) { choose(d.relation.relation.status, v, LastStatus, status_name); }},
    {Frame::Edge, "speaker", Text | Null, [](Draft& d, Value& v) { take_actor_id(d.relation.relation.speaker, d, v); }},
    {Frame::Edge, "time", Object | Null, [](Draft& d, Value&) { d.time = {}; }, Optional, Frame::Time,
     [](Draft& d) { d.relation.relation.time = std::move(d.time); }},
    {Frame::Edge, "confidence", Real | Integer,
     [](Draft& d, Value& v) { d.relation.relation.confidence = rounded_confidence(fraction(v)); }},
    {Frame::Edge, "evidence", List, [](Draft& d, Value&) { d.relation.evidence.clear(); }, Required,
     Frame::EvidenceList},

    {Frame::Time, "text", Text | Null, [](Draft& d, Value& v) { take(d.time.text, v); }},
    {Frame::Time, "from", Text | Null, [](Draft& d, Value& v) { take_date(d.time.from, v); }},
    {Frame::Time, "to", Text | Null, [](Draft& d, Value& v) { take_date(d.time.to, v); }},

    {Frame::EvidenceList, "", Object, [](Draft& d, Value&) { d.relation.evidence.emplace_back(); }, Optional,
     Frame::Evidence, finish_evidence},

    {Frame::Evidence, "article", Text,
     [](Draft& d, Value& v) { d.evidence().evidence.article = d.builder.refer_article(*v.text); }, Required},
    {Frame::Evidence, "begin", Integer, [](Draft& d, Value& v) { d.evidence().evidence.sentence.begin = v.count; },
     Required},
    {Frame::Evidence, "end", Integer, [](Draft& d, Value& v) { d.evidence().evidence.sentence.end = v.count; },
     Required},
    {Frame::Evidence, "text", Text, [](Draft& d, Value& v) { take(d.evidence().evidence.text, v); }},
    {Frame::Evidence, "predicate", Object, nullptr, Optional, Frame::Predicate},
    {Frame::Evidence, "speaker", Text | Null,
     [](Draft& d, Value& v) {
       take_actor_id(d.evidence().evidence.speaker, d, v);
       d.evidence().has_speaker = true;
     }},
    {Frame::Evidence, "time", Object | Null,
     [](Draft& d, Value&) {
       d.time = {};
       d.evidence().has_time = true;
     },
     Optional, Frame::EvidenceTime, [](Draft& d) { d.evidence().evidence.time = std::move(d.time); }},
    {Frame::Evidence, "confidence", Real | Integer,
     [](Draft& d, Value& v) {
       d.evidence().evidence.confidence = rounded_confidence(fraction(v));
       d.evidence().has_confidence = true;
     }},

    {Frame::Predicate, "begin", Integer, [](Draft& d, Value& v) { d.evidence().evidence.predicate.begin = v.count; },
     Required},
    {Frame::Predicate, "end", Integer, [](Draft& d, Value& v) { d.evidence().evidence.predicate.end = v.count; },
     Required},
    {Frame::Predicate, "lemmas", Text,
     [](Draft& d, Value& v) {
       take(d.evidence().evidence.lemmas, v);
       d.evidence().has_lemmas = true;
     }},

    {Frame::EvidenceTime, "text", Text | Null, [](Draft& d, Value& v) { take(d.time.text, v); }},
    {Frame::EvidenceTime, "from", Text | Null, [](Draft& d, Value& v) { take_date(d.time.from, v); }},
    {Frame::EvidenceTime, "to", Text | Null, [](Draft& d, Value& v) { take_date(d.time.to, v); }},
};
// NOLINTEND(readability-identifier-length)

constexpr std::size_t FrameCount = static_cast<std::size_t>(Frame::Unknown) + 1;

// The rules of each frame, as spans of the table.
std::array<std::span<const Rule>, FrameCount> rules_by_frame() {
  std::array<std::span<const Rule>, FrameCount> result;
  const Rule* const end = std::end(Rules);
  for (const Rule* begin = std::begin(Rules); begin != end;) {
    const Rule* const next = std::find_if(begin, end, [&](const Rule& rule) { return rule.in != begin->in; });
    result[static_cast<std::size_t>(begin->in)] = {begin, next};
    begin = next;
  }
  return result;
}

}  // namespace

std::string type_names(Types types) {
  constexpr std::array<std::pair<Types, const char*>, 7> Known = {{{Text, "a string"},
                                                                   {Integer, "a whole number"},
                                                                   {Real, "a number"},
                                                                   {Boolean, "true or false"},
                                                                   {List, "a list"},
                                                                   {Object, "an object"},
                                                                   {Null, "null"}}};
  std::vector<const char*> names;
  for (const auto& [type, name] : Known) {
    if ((types & type) != 0 && !(type == Integer && (types & Real) != 0)) {
      names.push_back(name);
    }
  }
  return fmt::format("{}", fmt::join(names, " or "));
}

std::span<const Rule> rules_of(Frame frame) {
  static const auto all = rules_by_frame();
  return all[static_cast<std::size_t>(frame)];
}

bool is_list(Frame frame) {
  const std::span<const Rule> rules = rules_of(frame);
  return frame != Frame::Outside && !rules.empty() && rules.front().key.empty();
}

std::string quoted(std::string_view text) {
  constexpr std::size_t Longest = 60;
  std::string result = "\"";
  for (const char c : text.substr(0, Longest)) {
    result += static_cast<unsigned char>(c) < 0x20U ? '?' : c;
  }
  return result + (text.size() > Longest ? "…\"" : "\"");
}

}  // namespace entente::json_schema
