#include <entente/render/captions.hpp>

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include <entente/graph/wording.hpp>
#include <entente/render/lettering.hpp>

namespace entente {

namespace {

// At most so many bytes, cut between characters.
std::string shortened(std::string text, std::size_t most) {
  if (text.size() <= most) {
    return text;
  }
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  const auto space = text.rfind(' ', end);
  text.resize(space != std::string::npos && space > most / 2 ? space : end);
  return text + "…";
}

std::string speaker_name(const Network& network, const std::string& id) {
  const auto [begin, end] = boost::vertices(network);
  const auto at = std::find_if(begin, end, [&](Vertex v) { return network[v].id == id; });
  return at == end ? cleaned(id) : name_of(network[*at]);
}

// "supports (planned, says Wang Yi, next week): “sentence”".
std::string told(const Network& network, const RelationTypes& types, Edge edge) {
  const Relation& relation = network[edge];
  std::string remark;
  const auto add = [&](const std::string& part) { remark += (remark.empty() ? "" : ", ") + part; };
  if (relation.status != Status::Asserted && !is_worded(relation.status)) {
    add(std::string(status_name(relation.status)));
  }
  if (!relation.speaker.empty()) {
    add("says " + speaker_name(network, relation.speaker));
  }
  if (relation.time && !relation.time->text.empty()) {
    add(cleaned(relation.time->text));
  }
  std::string text = name_of(network[boost::source(edge, network)]) + " " +
                     cleaned(relation_label(relation, types.types.at(types.find(relation.type)))) + " " +
                     name_of(network[boost::target(edge, network)]) + (remark.empty() ? "" : " (" + remark + ")");
  if (!relation.evidence.empty() && !relation.evidence.front().text.empty()) {
    text += ": “" + shortened(cleaned(relation.evidence.front().text), 280) + "”";
  }
  return text;
}

std::string told_lines(const Network& network, const RelationTypes& types, const std::vector<Edge>& relations) {
  constexpr std::size_t Most = 5;
  std::string text;
  std::set<std::string> seen;
  for (const Edge edge : relations) {
    if (auto line = told(network, types, edge); seen.size() < Most && seen.insert(line).second) {
      text += (text.empty() ? "" : "\n") + line;
    }
  }
  if (relations.size() > Most && seen.size() == Most) {
    text += "\n…";
  }
  return text;
}

// "2023-03-18" → "18 March 2023"; what is no such date stays as it is.
std::string spoken_date(const std::string& date) {
  constexpr std::array<std::string_view, 12> Months = {"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
  const bool iso = date.size() >= 10 && date[4] == '-' && date[7] == '-' && date.find_first_not_of("0123456789-") >= 10;
  if (!iso) {
    return cleaned(date);
  }
  const int month = std::stoi(date.substr(5, 2));
  const int day = std::stoi(date.substr(8, 2));
  if (month < 1 || month > 12 || day < 1 || day > 31) {
    return cleaned(date);
  }
  return fmt::format("{} {} {}", day, Months.at(static_cast<std::size_t>(month) - 1), date.substr(0, 4));
}

// The host of an address, the name of a file.
std::string spoken_source(const std::string& source) {
  auto text = cleaned(source);
  if (const auto scheme = text.find("://"); scheme != std::string::npos) {
    text = text.substr(scheme + 3);
    text = text.substr(0, text.find_first_of("/?#"));
    return text.starts_with("www.") ? text.substr(4) : text;
  }
  const auto slash = text.find_last_of("/\\");
  return slash == std::string::npos ? text : text.substr(slash + 1);
}

std::string counted(std::size_t n, const std::string& one, const std::string& many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

}  // namespace

std::string name_of(const Actor& actor) { return cleaned(actor.name.empty() ? actor.id : actor.name); }

std::string line_caption(const DrawnLine& line) {
  constexpr std::size_t Most = 4;
  std::string text;
  for (std::size_t i = 0; i < std::min(line.labels.size(), Most); ++i) {
    const auto& label = line.labels[i];
    text += (i == 0 ? "" : ", ") + shortened(label.text, 40);
    if (label.evidence > 1) {
      text += " ×" + std::to_string(label.evidence);
    }
    if (label.status != line.status) {
      text += " (" + std::string(status_name(label.status)) + ")";
    }
  }
  if (line.labels.size() > Most) {
    text += ", +" + std::to_string(line.labels.size() - Most);
  }
  return text;
}

std::string line_classes(const Network& network, const DrawnLine& line) {
  const auto family = std::string(family_name(line.family));
  // "family-conflict" is what colours hang by: a type may have the name of a family.
  std::string classes = "relation family-" + family + " " + family;
  std::set<std::string> seen = {family};
  for (const Edge edge : line.relations) {
    if (auto type = xml_name(network[edge].type); !type.empty() && seen.insert(type).second) {
      classes += " " + type;
    }
  }
  return classes + " " + std::string(status_name(line.status));
}

std::string line_title(const Network& network, const Drawing& drawing, const DrawnLine& line) {
  return name_of(network[drawing.actors[line.source].vertex]) + " – " + line_caption(line) +
         (line.arrow_at_target && !line.arrow_at_source ? " → " : " – ") +
         name_of(network[drawing.actors[line.target].vertex]);
}

std::string line_tooltip(const Network& network, const RelationTypes& types, const DrawnLine& line) {
  return told_lines(network, types, line.relations);
}

std::string actor_tooltip(const Network& network, const RelationTypes& types, const DrawnActor& drawn) {
  const Actor& actor = network[drawn.vertex];
  std::string text = name_of(actor);
  if (!actor.description.empty()) {
    text += ", " + cleaned(actor.description);
  }
  std::string aliases;
  for (std::size_t i = 0; i < std::min<std::size_t>(actor.aliases.size(), 6); ++i) {
    aliases += (i == 0 ? "\nalso: " : ", ") + shortened(cleaned(actor.aliases[i]), 60);
  }
  const auto offices = told_lines(network, types, drawn.told);
  return text + aliases + (offices.empty() ? "" : "\n" + offices);
}

std::string heading(const Network& network, const RenderOptions& options) {
  if (!options.heading.empty()) {
    return cleaned(options.heading);
  }
  const auto& articles = network[boost::graph_bundle].articles;
  if (articles.size() > 1) {
    return counted(articles.size(), "article", "articles");
  }
  if (articles.empty()) {
    return "Who does what to whom";
  }
  const auto& article = articles.front();
  return cleaned(article.title.empty() ? article.id : article.title);
}

std::string byline(const Network& network) {
  const auto& articles = network[boost::graph_bundle].articles;
  if (articles.empty()) {
    return "";
  }
  auto first = articles.front().date;
  auto last = first;
  std::set<std::string> sources;
  for (const auto& article : articles) {
    first = first.empty() || (!article.date.empty() && article.date < first) ? article.date : first;
    last = std::max(last, article.date);
    if (!article.source.empty()) {
      sources.insert(shortened(spoken_source(article.source), 60));
    }
  }
  std::string text;
  if (sources.size() <= 3) {
    for (const auto& source : sources) {
      text += (text.empty() ? "" : ", ") + source;
    }
  } else {
    text = std::to_string(sources.size()) + " sources";
  }
  if (!last.empty()) {
    text += (text.empty() ? "" : " · ") + spoken_date(first) + (first == last ? "" : " to " + spoken_date(last));
  }
  return text;
}

std::string notes(const Drawing& drawing) {
  std::string text;
  const auto add = [&](std::size_t n, const std::string& one, const std::string& many) {
    if (n > 0) {
      text += (text.empty() ? "Not shown: " : ", ") + counted(n, one, many);
    }
  };
  add(drawing.minor, "less prominent actor", "less prominent actors");
  add(drawing.far, "actor further away", "actors further away");
  add(drawing.unasked, "actor without such relations", "actors without such relations");
  add(drawing.isolated, "actor without relations", "actors without relations");
  add(drawing.weak, "line with less evidence", "lines with less evidence");
  if (drawing.actors.empty()) {
    return "No relations were found between actors." + (text.empty() ? "" : " " + text + ".");
  }
  return text.empty() ? "" : text + ".";
}

std::string description(const Network& network, const Drawing& drawing) {
  std::string text = fmt::format("{} and {}.", counted(drawing.actors.size(), "actor", "actors"),
                                 counted(drawing.lines.size(), "line", "lines"));
  for (const auto& line : drawing.lines) {
    const auto& source = network[drawing.actors[line.source].vertex];
    const auto& target = network[drawing.actors[line.target].vertex];
    text += fmt::format(" {} {} {}{}.", name_of(source), line_caption(line), name_of(target),
                        line.status == Status::Asserted || is_worded(line.status)
                            ? ""
                            : fmt::format(" ({})", status_name(line.status)));
  }
  for (const auto& group : drawing.groups) {
    std::string names;
    for (const auto at : group.actors) {
      names += (names.empty() ? "" : ", ") + name_of(network[drawing.actors[at].vertex]);
    }
    text += fmt::format(" In the frame of {}: {}.", group.name, names);
  }
  return text;
}

}  // namespace entente
