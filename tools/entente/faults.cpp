#include "faults.hpp"

#include <new>
#include <utility>

#include <fmt/format.h>

#include "output.hpp"

namespace entente::cli {

namespace {

// The same error about that file, whatever it names itself.
Error about(const std::string& name, const Error& error) {
  ErrorDetails details = error.details();
  if (details.file != name) {
    details.file = name;
    details.line = 0;
    details.item.clear();
  }
  return {error.code(), std::move(details)};
}

}  // namespace

Error current_error(const std::string& name) {
  try {
    throw;
  } catch (const Error& error) {
    return about(name, error);
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
