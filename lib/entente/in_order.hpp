// Processes many items with several threads; the results come in the order of the items, and memory is bounded. For
// articles, batch.hpp is the public interface.
//
//   entente::InOrder<std::string, std::size_t>(next_line, count_words, print).run(4);
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace entente::inline v0_1 {

// next() returns the items, then nothing; `jobs` threads call work(item); the calling thread calls emit(result), in
// order. At most four items per thread are in progress or waiting. An exception of next or work is rethrown when its
// turn comes, after all earlier results were emitted. next and emit are never called by two threads at once.
template <typename Item, typename Result>
class InOrder {
 public:
  // Keeps the three functions.
  InOrder(std::function<std::optional<Item>()> next, std::function<Result(Item)> work, std::function<void(Result)> emit)
      : next_(std::move(next)), work_(std::move(work)), emit_(std::move(emit)) {}

  // Does all of the work, on so many threads; returns when the last result was emitted.
  void run(unsigned jobs) {
    if (jobs <= 1) {
      while (std::optional<Item> item = next_()) {
        emit_(work_(std::move(*item)));
      }
      return;
    }
    most_waiting_ = std::size_t{4} * jobs;
    std::vector<std::jthread> threads;
    try {
      start(threads, jobs);
      emit_all();
    } catch (...) {
      stop();
      throw;
    }
  }

 private:
  struct Outcome {
    std::optional<Result> result;
    std::exception_ptr error;
  };

  // Fewer threads than were asked for, where the system gives no more, do the same.
  void start(std::vector<std::jthread>& threads, unsigned jobs) {
    try {
      while (threads.size() < jobs) {
        threads.emplace_back([this] { serve(); });
      }
    } catch (const std::system_error&) {
      if (threads.empty()) {
        throw;
      }
    }
  }

  void serve() {
    while (std::optional<std::pair<std::size_t, Item>> item = take()) {
      Outcome outcome;
      try {
        outcome.result = work_(std::move(item->second));
      } catch (...) {
        outcome.error = std::current_exception();
      }
      const std::lock_guard lock(mutex_);
      done_.emplace(item->first, std::move(outcome));
      changed_.notify_all();
    }
  }

  // Waits until there is room, then takes the next item and its number.
  std::optional<std::pair<std::size_t, Item>> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ended_ || taken_ - emitted_ < most_waiting_; });
    if (ended_) {
      return std::nullopt;
    }
    try {
      if (std::optional<Item> item = next_()) {
        return std::pair(taken_++, std::move(*item));
      }
    } catch (...) {
      done_.emplace(taken_++, Outcome{std::nullopt, std::current_exception()});
    }
    ended_ = true;
    changed_.notify_all();
    return std::nullopt;
  }

  void emit_all() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return done_.contains(emitted_) || (ended_ && emitted_ == taken_); });
      const auto ready = done_.find(emitted_);
      if (ready == done_.end()) {
        return;
      }
      Outcome outcome = std::move(ready->second);
      done_.erase(ready);
      lock.unlock();
      if (outcome.error) {
        std::rethrow_exception(outcome.error);
      }
      emit_(std::move(*outcome.result));
      lock.lock();
      ++emitted_;
      changed_.notify_all();
    }
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }

  std::function<std::optional<Item>()> next_;
  std::function<Result(Item)> work_;
  std::function<void(Result)> emit_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, Outcome> done_;
  std::size_t most_waiting_ = 1;
  std::size_t taken_ = 0;
  std::size_t emitted_ = 0;
  bool ended_ = false;
};

}  // namespace entente
