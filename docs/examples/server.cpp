// A server's loop: requests come in on one side, and any number of threads answer them with one pipeline. Here a
// request is a line of text on standard input, and the answer a picture of what it tells, drawn into a string.
#include <chrono>
#include <cstddef>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <entente/entente.hpp>
#include <entente/render/render.hpp>

int main() {
  const entente::Pipeline pipeline;
  std::mutex in;
  std::mutex out;

  const auto serve = [&] {
    for (std::string request;;) {
      {
        const std::lock_guard lock(in);
        if (!std::getline(std::cin, request)) {
          return;
        }
      }
      std::string answer;
      try {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        const entente::Network network = pipeline.read({.text = request}, {.deadline = deadline});
        answer = entente::render(network, {.format = entente::RenderFormat::Svg, .top = 10});
      } catch (const entente::Error& error) {  // too long, in bytes or in time: an error of the request alone
        answer = error.what();
      }
      const std::lock_guard lock(out);
      std::cout << answer << "\n";
    }
  };

  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < 4; ++i) {
    threads.emplace_back(serve);
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
}
