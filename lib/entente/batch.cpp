#include <entente/batch.hpp>

#include <algorithm>
#include <exception>
#include <new>
#include <thread>

#include <entente/in_order.hpp>

namespace entente::inline v0_1 {

namespace {

struct Numbered {
  std::size_t index = 0;
  Article article;
};

Error current_error(const std::string& where) {
  try {
    throw;
  } catch (const Error& error) {
    return error;
  } catch (const std::bad_alloc&) {
    return {ErrorCode::Internal, where, "not enough memory for this article"};
  } catch (const std::exception& error) {
    return {ErrorCode::Internal, where, error.what()};
  }
}

BatchItem read_one(const Pipeline& pipeline, Numbered given, const BatchOptions& options) {
  BatchItem item{.index = given.index, .id = given.article.id, .network = std::nullopt, .error = std::nullopt};
  try {
    item.network = pipeline.read(std::move(given.article), {.stop = options.stop, .deadline = options.deadline});
  } catch (...) {
    item.error = current_error(item.id);
  }
  return item;
}

// Throws where the caller does not want the work to go on.
void check(const BatchOptions& options) {
  if (options.stop.stop_requested()) {
    throw Error(ErrorCode::Cancelled, "", "the reading of the articles was stopped");
  }
  if (options.deadline && std::chrono::steady_clock::now() >= *options.deadline) {
    throw Error(ErrorCode::DeadlineExceeded, "", "the articles were not read by their deadline");
  }
}

}  // namespace

void read_all(const Pipeline& pipeline, const ArticleSource& next, const NetworkSink& take,
              const BatchOptions& options) {
  std::size_t count = 0;
  const auto give = [&]() -> std::optional<Numbered> {
    check(options);
    std::optional<Article> article = next();
    return article ? std::optional<Numbered>({count++, std::move(*article)}) : std::nullopt;
  };
  const auto read = [&](Numbered given) { return read_one(pipeline, std::move(given), options); };
  const auto emit = [&](BatchItem item) {
    check(options);
    take(std::move(item));
  };
  const unsigned threads = options.threads == 0 ? std::thread::hardware_concurrency() : options.threads;
  InOrder<Numbered, BatchItem>(give, read, emit).run(std::max(1U, threads));
}

}  // namespace entente
