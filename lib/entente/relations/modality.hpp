// Accumulates the marks and governors of a predicate, from the inside out, and the status that they add up to.
#pragma once

#include <optional>

#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// Two negations cancel: "will not let Russia fall" supports Russia.
struct Modality {
  bool negative = false;
  bool doubled = false;  // two negations have met
  bool open = false;     // to deny one of them says nothing: "did not rule out", "refused to exclude"
  bool ended = false;    // something put an end to it: "stepped down as"
  bool over = false;     // it is said to be past, which no negation or plan undoes: "no longer", "a former"
  Status mode = Status::Asserted;

  static int rank(Status s) {
    switch (s) {
      case Status::Planned:
        return 1;
      case Status::Requested:
        return 2;
      case Status::Possible:
        return 3;
      default:
        return 0;
    }
  }
  void negate(bool opens = false) {
    doubled = doubled || negative;
    open = open || opens;
    negative = !negative;
  }
  void apply(std::optional<Status> effect) {
    if (!effect) {
      return;
    }
    if (*effect == Status::Ended && mode != Status::Asserted) {
      // Operators apply from the inside out: in "abandoned plans to visit" the end applies to a plan and denies it; in
      // "plans to abandon the visit" the plan applies to an end, which is then yet to come.
      negate(true);
    } else if (*effect == Status::Ended) {
      ended = true;
    } else if (*effect == Status::Negated) {
      negate();
    } else if (rank(*effect) > rank(mode)) {
      mode = *effect;
    }
  }

  Status status() const {
    if (over) {
      return mode == Status::Possible ? Status::Possible : Status::Ended;
    }
    return ended ? status_of_end() : negative ? Status::Negated : doubled ? status_of_doubled() : mode;
  }

 private:
  // An end that is planned or denied is yet to come: until then it holds. Who asks for an end asks for more than that
  // it holds, and an end that is only possible leaves open whether it does.
  Status status_of_end() const {
    if (mode == Status::Asserted && !negative) {
      return Status::Ended;
    }
    return mode == Status::Planned || negative ? Status::Asserted : mode;
  }
  // "may not abandon", "should not abandon"; but who "will not abandon" supports
  Status status_of_doubled() const {
    if (mode == Status::Possible || mode == Status::Requested) {
      return mode;
    }
    return open ? Status::Possible : Status::Asserted;
  }
};

}  // namespace entente
