#include "faults.hpp"

#include <new>

#include <fmt/format.h>

#include "output.hpp"

namespace entente::cli {

namespace {

// "article: why" of "article: why", whatever the error itself names.
std::string reason_of(const Error& error) {
  const std::string_view what = error.what();
  return std::string(error.where().empty() ? what : what.substr(error.where().size() + 2));
}

}  // namespace

Error current_error(const std::string& name) {
  try {
    throw;
  } catch (const Error& error) {
    return {error.code(), name, reason_of(error)};
  } catch (const std::bad_alloc&) {
    return {ErrorCode::Internal, name, "not enough memory to read it; fewer --jobs need less"};
  } catch (const std::exception& error) {
    return {ErrorCode::Internal, name,
            fmt::format("could not be read ({}), which is a fault of entente", error.what())};
  } catch (...) {
    return {ErrorCode::Internal, name, "could not be read, which is a fault of entente"};
  }
}

void Faults::skip(const Error& why) {
  if (strict_) {
    throw why;
  }
  ++skipped_;
  tell(why.what());
}

void Faults::note(const Error& what) const {
  if (strict_) {
    throw what;
  }
  remark(what.what());
}

void Faults::expect_some() const {
  if (used_ == 0) {
    finish();
  }
}

void Faults::finish() const {
  if (repeated_ > 0) {
    remark(fmt::format("{} {}{} came again, unchanged; in one graph each counts once", repeated_, thing_,
                       repeated_ == 1 ? "" : "s"));
  }
  if (skipped_ == 0) {
    return;
  }
  if (used_ + skipped_ > 1) {
    tell(fmt::format("{} of {} {}s {} skipped", skipped_, used_ + skipped_, thing_, skipped_ == 1 ? "was" : "were"));
  }
  throw Told();
}

}  // namespace entente::cli
