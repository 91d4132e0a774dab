#include <entente/base/error.hpp>

#include <string_view>
#include <utility>

namespace entente::inline v0_1 {

namespace {

std::string place_of(const ErrorDetails& details) {
  std::string where = details.file;
  if (details.line != 0) {
    where += ":" + std::to_string(details.line);
  }
  if (!details.item.empty()) {
    where += (where.empty() ? "" : ": ") + details.item;
  }
  return where;
}

std::string message_of(const ErrorDetails& details) {
  std::string message = place_of(details);
  const auto add = [&](std::string_view before, const std::string& part) {
    if (!part.empty()) {
      message += message.empty() ? "" : before;
      message += part;
    }
  };
  add(": ", details.problem);
  add("; ", details.expected.empty() ? details.expected : "expected " + details.expected);
  add("; ", details.advice);
  return message;
}

}  // namespace

Error::Error(ErrorCode code, ErrorDetails details)
    : std::runtime_error(message_of(details)), code_(code), parts_([&] {
        std::string where = place_of(details);
        return std::make_shared<const Parts>(Parts{std::move(details), std::move(where)});
      }()) {}

Error::Error(ErrorCode code, std::string where, std::string problem)
    : Error(code, ErrorDetails{.item = std::move(where), .problem = std::move(problem)}) {}

}  // namespace entente
