#include <entente/render/under_names.hpp>

#include <algorithm>
#include <numeric>
#include <string>

#include <entente/render/forest.hpp>
#include <entente/render/lettering.hpp>
#include <entente/render/office_label.hpp>
#include <entente/render/style.hpp>

namespace entente::inline v0_1 {

namespace {

using Lines = std::vector<VertexLine>;

constexpr std::size_t WellFounded = 2;  // sentences

const UnderName* rule_of(const std::string& type) {
  const auto& rules = picture_style().under_name;
  const auto at = std::find_if(rules.begin(), rules.end(), [&](const UnderName& rule) { return rule.type == type; });
  return at == rules.end() ? nullptr : &*at;
}

bool is_fact(const VertexLine& line) {
  return !line.claim && (line.status == Status::Asserted || line.status == Status::Ended);
}

// The one relation type that all of the line tells of its source and that may stand under a name, else nothing.
const UnderName* rule_of(const VertexLine& line, const Network& network) {
  if (!is_fact(line) || line.family != RelationFamily::Belonging) {
    return nullptr;
  }
  const bool forward = std::all_of(line.relations.begin(), line.relations.end(), [&](Edge edge) {
    return boost::source(edge, network) == line.source && rule_of(network[edge].type) != nullptr;
  });
  return forward ? rule_of(network[line.relations.front()].type) : nullptr;
}

bool has(const std::vector<ActorKind>& kinds, ActorKind kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool fits(const UnderName& rule, const Network& network, const VertexLine& line) {
  return has(rule.sources, network[line.source].kind) && has(rule.targets, network[line.target].kind);
}

// What speaks against a line of belonging.
class Rivals {
 public:
  Rivals(const Network& network, const Lines& lines) : network_(network), from_(boost::num_vertices(network)) {
    for (const auto& line : lines) {
      if (line.family == RelationFamily::Belonging) {
        from_[line.source].push_back(&line);
      }
    }
  }

  // The most sentences that speak for something which cannot hold beside the line.
  std::size_t against(const UnderName& rule, const VertexLine& line) const {
    std::size_t most = 0;
    for (const auto vertex : {line.source, line.target}) {
      for (const auto* other : from_[vertex]) {
        most = contradict(rule, line, *other) ? std::max(most, other->evidence) : most;
      }
    }
    return most;
  }

 private:
  // Each in the other, or one in two that are not in one another ("in Gao", "in Mali" can both hold).
  bool contradict(const UnderName& rule, const VertexLine& line, const VertexLine& other) const {
    const bool same_kind =
        line.status == other.status && std::any_of(other.relations.begin(), other.relations.end(),
                                                   [&](Edge edge) { return network_[edge].type == rule.type; });
    if (!same_kind || (other.source == line.source && other.target == line.target)) {
      return false;
    }
    return other.source == line.target
               ? other.target == line.source
               : rule.only_one && !inside(line.target, other.target) && !inside(other.target, line.target);
  }

  bool inside(Vertex a, Vertex b) const {
    return std::any_of(from_[a].begin(), from_[a].end(), [&](const VertexLine* line) { return line->target == b; });
  }

  const Network& network_;
  std::vector<std::vector<const VertexLine*>> from_;  // by vertex, lines of belonging
};

bool mentions(const std::string& description, const Actor& actor) {
  return description.find(actor.name) != std::string::npos;
}

// The lines that may move, and which of them do.
class Moves {
 public:
  Moves(const Network& network, const Lines& lines, Vertex center, const std::vector<DrawnActor>& actors)
      : network_(network),
        lines_(lines),
        rivals_(network, lines),
        moved_(lines.size()),
        degree_(boost::num_vertices(network)) {
    for (const auto& line : lines) {
      ++degree_[line.source];
      ++degree_[line.target];
    }
    std::vector<std::size_t> under(degree_.size());
    for (Vertex v = 0; v < under.size(); ++v) {
      under[v] = actors[v].offices.size();
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].source != center && lines[i].target != center && may_move(lines[i], under[lines[i].source])) {
        moved_[i] = true;
        under[lines[i].source] += is_described(lines[i]) ? 0 : 1;
        --degree_[lines[i].source];
        --degree_[lines[i].target];
      }
    }
    keep_what_joins();
  }

  bool moves(std::size_t line) const { return moved_[line]; }
  bool is_described(const VertexLine& line) const {
    return mentions(network_[line.source].description, network_[line.target]);
  }

 private:
  bool may_move(const VertexLine& line, std::size_t under) const {
    constexpr std::size_t MostOffices = 2;
    const auto* const rule = rule_of(line, network_);
    if (rule == nullptr || line.reported_in_headline || degree_[line.source] < 2 ||
        (under >= MostOffices && !is_described(line))) {
      return false;
    }
    const bool founded = line.evidence >= WellFounded || rivals_.against(*rule, line) == 0;
    const bool lesser = network_[line.target].salience <= network_[line.source].salience;
    return founded && (degree_[line.target] > 1 || lesser);
  }

  // Of those that would join two parts, the best founded come back.
  void keep_what_joins() {
    Forest forest(degree_.size());
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (moved_[i]) {
        order.push_back(i);
      } else {
        forest.join(lines_[i].source, lines_[i].target);
      }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(is_described(lines_[a]), lines_[a].evidence) >
             std::pair(is_described(lines_[b]), lines_[b].evidence);
    });
    for (const auto i : order) {
      const auto& line = lines_[i];
      if (degree_[line.source] > 0 && degree_[line.target] > 0 && forest.join(line.source, line.target)) {
        moved_[i] = false;
      }
    }
  }

  const Network& network_;
  const Lines& lines_;
  Rivals rivals_;
  std::vector<bool> moved_;
  std::vector<std::size_t> degree_;
};

}  // namespace

bool tells_belonging(const Network& network, const LineContent& line) {
  return !line.is_headline_link && std::all_of(line.relations.begin(), line.relations.end(),
                                               [&](Edge edge) { return rule_of(network[edge].type) != nullptr; });
}

std::size_t leave_out_doubtful(const Network& network, Lines& lines) {
  const Rivals rivals(network, lines);
  std::vector<bool> doubtful(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto* const rule = rule_of(lines[i], network);
    doubtful[i] = rule != nullptr && lines[i].evidence < WellFounded &&
                  (!fits(*rule, network, lines[i]) || rivals.against(*rule, lines[i]) >= WellFounded);
  }
  const auto before = lines.size();
  std::size_t at = 0;
  std::erase_if(lines, [&](const VertexLine&) { return doubtful[at++]; });
  return before - lines.size();
}

void move_under_names(const Network& network, const RelationTypes& types, Vertex center, Lines& lines,
                      std::vector<DrawnActor>& actors) {
  const Moves moves(network, lines, center, actors);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& line = lines[i];
    auto& holder = actors[line.source];
    if (moves.moves(i)) {
      if (!moves.is_described(line)) {
        const auto& type = types.named(network[line.relations.front()].type);
        holder.offices.push_back(office_label(type, line.status, cleaned(network[line.target].name)));
      }
      holder.told.insert(holder.told.end(), line.relations.begin(), line.relations.end());
    }
  }
  Lines kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!moves.moves(i)) {
      kept.push_back(std::move(lines[i]));
    }
  }
  lines = std::move(kept);
}

}  // namespace entente
