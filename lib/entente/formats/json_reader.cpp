// Reads the JSON event by event, by the rules of json_schema.hpp. The file is never held as a tree, so graphs of a
// million relations load fast and need little memory besides the network.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <entente/base/error.hpp>
#include <entente/formats/json.hpp>
#include <entente/formats/json_schema.hpp>

namespace entente::inline v0_1 {

namespace {

using namespace json_schema;
using Json = nlohmann::json;

// Receives the events of the parser of nlohmann/json, which checks syntax and UTF-8 and has its stack on the heap.
class Reader final : public Json::json_sax_t {
 public:
  Reader(std::string_view bytes, const std::string& file, std::size_t line)
      : bytes_(bytes), file_(file), line_(line), draft_(file, line) {
    levels_.push_back({Frame::Outside, nullptr, 0, 0});
  }

  Network read() {
    Json::sax_parse(bytes_.begin(), bytes_.end(), this);  // the events throw; none returns false
    return draft_.builder.finish();
  }

  bool null() override { return take({.type = Null}); }
  bool boolean(bool value) override { return take({.type = Boolean, .boolean = value}); }
  bool number_integer(number_integer_t value) override {
    return number({.type = Integer, .number = static_cast<double>(value)}, fmt::format("{}", value), false, 0);
  }
  bool number_unsigned(number_unsigned_t value) override {
    constexpr auto Most = std::numeric_limits<std::uint32_t>::max();
    return number({.type = Integer, .number = static_cast<double>(value)}, {}, value <= Most, value);
  }
  bool number_float(number_float_t value, const string_t& text) override {
    return number({.type = Real, .number = value}, text, false, 0);
  }
  bool string(string_t& value) override { return take({.type = Text, .text = &value}); }
  bool binary(binary_t& /*value*/) override { return true; }  // not in JSON
  bool start_object(std::size_t /*size*/) override { return open(Object); }
  bool start_array(std::size_t /*size*/) override { return open(List); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (level().frame == Frame::Unknown) {
      return true;
    }
    const std::span<const Rule> rules = rules_of(level().frame);
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.key == name; });
    rule_ = found == rules.end() ? nullptr : &*found;
    if (rule_ != nullptr) {
      level().seen |= std::uint32_t{1} << (rule_ - rules.data());
    }
    return true;
  }

  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& /*e*/) override {
    const std::string_view before = bytes_.substr(0, std::min(position, bytes_.size()));
    const auto breaks = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const bool at_end = position > bytes_.size();
    const std::string found = bytes_.empty() ? "is empty" : at_end ? "ends too early" : "found " + quoted_end(token);
    throw Error(ErrorCode::BadFormat, {.file = file_,
                                       .line = std::max(line_, std::size_t{1}) + breaks,
                                       .problem = fmt::format("{} at byte {}", found, position),
                                       .expected = "JSON, well-formed and in UTF-8"});
  }

 private:
  struct Level {
    Frame frame;
    const Rule* opened_by;  // null where nothing opened it by name
    std::size_t index;      // of the item, in a list
    std::uint32_t seen;     // which rules of the frame were met
  };

  Level& level() { return levels_.back(); }

  // The end of the token at which the parser failed, in quotes.
  static std::string quoted_end(const std::string& token) {
    constexpr std::size_t Shown = 40;
    return quoted(token.size() > Shown ? std::string_view(token).substr(token.size() - Shown) : token);
  }

  // Where the reader is in the file: "edges[3].evidence[0].begin".
  std::string path() const {
    std::string text;
    const auto append = [&](const Rule* rule) {
      if (rule != nullptr && !rule->key.empty()) {
        text += text.empty() ? "" : ".";
        text += rule->key;
      }
    };
    for (const Level& open : levels_) {
      append(open.opened_by);
      if (is_list(open.frame)) {
        text += fmt::format("[{}]", open.index);
      }
    }
    append(rule_);
    return text;
  }

  [[noreturn]] void fail(const Problem& problem) const {
    throw Error(ErrorCode::BadFormat, {.file = file_,
                                       .line = line_,
                                       .item = path(),
                                       .problem = problem.found,
                                       .expected = problem.expected,
                                       .advice = problem.advice});
  }

  // Finds the rule for the next value; null if the value is to be ignored. Throws if it may not have that type.
  const Rule* expect(Types type) {
    const Frame frame = level().frame;
    if (frame == Frame::Unknown) {
      return rule_ = nullptr;
    }
    if (is_list(frame) || frame == Frame::Outside) {
      rule_ = rules_of(frame).data();
    }
    if (rule_ != nullptr && (rule_->allowed & type) == 0) {
      fail({"found " + type_names(type), type_names(rule_->allowed)});
    }
    return rule_;
  }

  void set(Value& value) {
    if (rule_->set != nullptr) {
      try {
        rule_->set(draft_, value);
      } catch (const Problem& problem) {
        fail(problem);
      }
    }
  }

  bool take(Value value) {
    if (expect(value.type) != nullptr) {
      set(value);
    }
    return next();
  }

  bool number(Value value, const std::string& text, bool fits, std::uint64_t count) {
    if (expect(value.type) != nullptr) {
      if (!fits && (rule_->allowed & Real) == 0) {
        fail({"found " + (text.empty() ? fmt::format("{}", count) : text), "a whole number from 0 to 4294967295"});
      }
      value.count = static_cast<std::uint32_t>(count);
      set(value);
    }
    return next();
  }

  // Ends a value; the next one is the next item of the list.
  bool next() {
    ++level().index;
    rule_ = nullptr;
    return true;
  }

  bool open(Types type) {
    const Rule* const rule = expect(type);
    if (rule != nullptr) {
      Value value{.type = type};
      set(value);
      levels_.push_back({rule->opens, rule, 0, 0});
      rule_ = nullptr;
      return true;
    }
    // An unknown object or list may be nested to any depth: only its depth is kept.
    if (level().frame != Frame::Unknown) {
      levels_.push_back({Frame::Unknown, nullptr, 0, 0});
      depth_ = 0;
    }
    ++depth_;
    return true;
  }

  bool close() {
    if (level().frame == Frame::Unknown) {
      if (--depth_ > 0) {
        return true;
      }
    } else {
      finish_level();
    }
    levels_.pop_back();
    return next();
  }

  void finish_level() {
    rule_ = nullptr;
    const std::span<const Rule> rules = rules_of(level().frame);
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (rules[i].required && !rules[i].key.empty() && (level().seen >> i & 1U) == 0) {
        fail({fmt::format("has no \"{}\"", rules[i].key), type_names(rules[i].allowed)});
      }
    }
    if (level().opened_by->done != nullptr) {
      try {
        level().opened_by->done(draft_);
      } catch (const Problem& problem) {
        fail(problem);
      }
    }
  }

  std::string_view bytes_;
  const std::string& file_;
  std::size_t line_;  // of the file that contains the graph, or 0
  Draft draft_;
  std::vector<Level> levels_;
  const Rule* rule_ = nullptr;  // of the next value
  std::size_t depth_ = 0;       // inside an unknown object or list
};

}  // namespace

Network read_json(std::string_view bytes, const std::string& file, std::size_t line) {
  return Reader(bytes, file, line).read();
}

}  // namespace entente
