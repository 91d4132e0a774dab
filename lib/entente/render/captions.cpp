#include <entente/render/captions.hpp>

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include <entente/graph/find_actor.hpp>
#include <entente/graph/wording.hpp>
#include <entente/render/lettering.hpp>
#include <entente/render/style.hpp>

namespace entente::inline v0_1 {

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

// "says Wang Yi", "say Wang Yi and Joe Biden", "say Wang Yi and 2 others", "by own account" of the line's own source;
// empty where the text itself says it.
std::string attribution(const Network& network, const DrawnLine& line, const LineLabel& label) {
  const auto count = label.speakers.size();
  if (count == 0) {
    return "";
  }
  const auto is_source = [&](Edge edge) {
    return network[boost::source(edge, network)].id == label.speakers.front() &&
           boost::source(edge, network) == boost::source(line.relations.front(), network);
  };
  if (count == 1 && std::all_of(label.relations.begin(), label.relations.end(), is_source)) {
    return "by own account";
  }
  const auto first = shortened(speaker_name(network, label.speakers.front()), 40);
  return count == 1   ? "says " + first
         : count == 2 ? "say " + first + " and " + shortened(speaker_name(network, label.speakers.back()), 40)
                      : fmt::format("say {} and {} others", first, count - 1);
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
  if (relation.time && !relation.time->text.empty() && tells_when(types.named(relation.type), *relation.time)) {
    add(cleaned(relation.time->text));
  }
  std::string text = name_of(network[boost::source(edge, network)]) + " " +
                     cleaned(relation_label(relation, types.named(relation.type))) + " " +
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

constexpr const char* Everybody = "Who does what to whom";

// What the options ask for: "Vladimir Putin, conflict"; empty for all.
std::string asked_for(const Network& network, const RenderOptions& options) {
  std::string text;
  const auto add = [&](std::string_view part) { text += (text.empty() ? "" : ", ") + std::string(part); };
  if (!options.around.empty()) {
    add(name_of(network[find_actor(network, options.around)]));
  }
  for (const auto family : options.families) {
    add(picture_style().of(family).meaning);
  }
  for (const auto& type : options.types) {
    add(cleaned(type));
  }
  for (const auto status : options.statuses) {
    add(status_name(status));
  }
  return text;
}

std::string names_of(const Network& network, const std::vector<Vertex>& actors) {
  std::string text;
  for (const auto actor : actors) {
    text += (text.empty() ? "" : ", ") + shortened(name_of(network[actor]), 40);
  }
  return text;
}

}  // namespace

std::string publisher(const ArticleRecord& article) {
  return article.outlet.empty() ? spoken_source(article.source) : cleaned(article.outlet);
}

std::string counted(std::size_t n, const std::string& one, const std::string& many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string name_of(const Actor& actor) { return cleaned(actor.name.empty() ? actor.id : actor.name); }

std::string line_caption(const Network& network, const DrawnLine& line) {
  constexpr std::size_t Most = 4;
  const auto same_speakers = [&](const LineLabel& label) { return label.speakers == line.labels.front().speakers; };
  const bool together = std::all_of(line.labels.begin(), line.labels.end(), same_speakers);
  std::string text;
  for (std::size_t i = 0; i < std::min(line.labels.size(), Most); ++i) {
    const auto& label = line.labels[i];
    text += (i == 0 ? "" : ", ") + shortened(label.text, 40);
    if (label.evidence > 1) {
      text += " ×" + std::to_string(label.evidence);
    }
    std::string remark = label.status != line.status ? std::string(status_name(label.status)) : "";
    const auto add = [&](const std::string& part) { remark += (remark.empty() || part.empty() ? "" : ", ") + part; };
    add(label.years);
    add(together ? "" : attribution(network, line, label));
    text += remark.empty() ? "" : " (" + remark + ")";
  }
  if (line.labels.size() > Most) {
    text += ", +" + std::to_string(line.labels.size() - Most);
  }
  const auto said = together && !line.labels.empty() ? attribution(network, line, line.labels.front()) : "";
  return text + (said.empty() ? "" : ", " + said);
}

std::string line_classes(const Network& network, const DrawnLine& line) {
  if (line.is_headline_link) {
    return "relation headline";
  }
  const auto family = std::string(family_name(line.family));
  // "family-conflict" is what colors hang by: a type may have the name of a family.
  std::string classes = "relation family-" + family + " " + family;
  std::set<std::string> seen = {family};
  for (const Edge edge : line.relations) {
    if (auto type = xml_name(network[edge].type); !type.empty() && seen.insert(type).second) {
      classes += " " + type;
    }
  }
  return classes + " " + std::string(status_name(line.status)) + (line.claim ? " claim" : "");
}

std::string line_title(const Network& network, const Drawing& drawing, const DrawnLine& line) {
  if (line.is_headline_link) {
    return name_of(network[drawing.actors[line.source].vertex]) + " – headline – " +
           name_of(network[drawing.actors[line.target].vertex]);
  }
  return name_of(network[drawing.actors[line.source].vertex]) + " – " + line_caption(network, line) +
         (line.arrow_at_target && !line.arrow_at_source ? " → " : " – ") +
         name_of(network[drawing.actors[line.target].vertex]);
}

std::string line_tooltip(const Network& network, const RelationTypes& types, const DrawnLine& line) {
  return line.is_headline_link ? "The headline names both; no relation between them was found."
                               : told_lines(network, types, line.relations);
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
    const auto asked = asked_for(network, options);
    const auto subject = asked.empty() ? std::string(Everybody) : std::string(Everybody) + ": " + asked;
    return subject + ", " + counted(articles.size(), "article", "articles");
  }
  return articles.empty() || articles.front().title.empty() ? Everybody : cleaned(articles.front().title);
}

std::string byline(const Network& network, const RenderOptions& options) {
  const auto& articles = network[boost::graph_bundle].articles;
  std::string first;
  std::string last;
  std::set<std::string> sources;
  for (const auto& article : articles) {
    first = first.empty() || (!article.date.empty() && article.date < first) ? article.date : first;
    last = std::max(last, article.date);
    const auto source = publisher(article);
    sources.insert(shortened(source.empty() ? cleaned(article.id) : source, 60));
  }
  std::string text;
  const auto add = [&](const std::string& part, const char* divider) {
    text += (text.empty() || part.empty() ? "" : divider) + part;
  };
  if (sources.size() <= 3) {
    for (const auto& source : sources) {
      add(source, ", ");
    }
  } else {
    text = std::to_string(sources.size()) + " sources";
  }
  if (!last.empty()) {
    add(spoken_date(first) + (first == last ? "" : " to " + spoken_date(last)), " · ");
  }
  if (const auto asked = articles.size() == 1 ? asked_for(network, options) : ""; !asked.empty()) {
    add("shown: " + asked, " · ");
  }
  return text;
}

std::string notes(const Network& network, const Drawing& drawing) {
  std::string text;
  const auto add = [&](std::size_t n, const std::string& one, const std::string& many) {
    if (n > 0) {
      text += (text.empty() ? "Not shown: " : ", ") + counted(n, one, many);
    }
  };
  add(drawing.minor, "less prominent actor", "less prominent actors");
  add(drawing.background, "actor with only an office or a place", "actors with only an office or a place");
  add(drawing.far, "actor further away", "actors further away");
  add(drawing.unasked, "actor without such relations", "actors without such relations");
  add(drawing.weak, "line with less evidence", "lines with less evidence");
  add(drawing.isolated, "actor without relations", "actors without relations");
  if (!drawing.isolated_first.empty()) {
    text += " (" + names_of(network, drawing.isolated_first) +
            (drawing.isolated > drawing.isolated_first.size() ? ", …)" : ")");
  }
  text += text.empty() ? "" : ".";
  if (!drawing.lines.empty()) {
    return text;
  }
  const std::string found = drawing.filtered         ? "No relations of the kinds asked for were found."
                            : drawing.actors.empty() ? "No actors and no relations were found."
                                                     : "No relations were found between these actors.";
  return found + (text.empty() ? "" : " " + text);
}

std::string description(const Network& network, const Drawing& drawing) {
  std::string text = fmt::format("{} and {}.", counted(drawing.actors.size(), "actor", "actors"),
                                 counted(drawing.lines.size(), "line", "lines"));
  for (const auto& line : drawing.lines) {
    const auto& source = network[drawing.actors[line.source].vertex];
    const auto& target = network[drawing.actors[line.target].vertex];
    text += fmt::format(" {} {} {}{}.", name_of(source), line_caption(network, line), name_of(target),
                        line.is_headline_link || line.status == Status::Asserted || is_worded(line.status)
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
