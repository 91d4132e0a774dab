// Any bytes as a saved graph: a network that can be written and read again, or an Error.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <entente/base/error.hpp>
#include <entente/formats/json.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const entente::Network network = entente::read_json({reinterpret_cast<const char*>(data), size}, "input");
    // What was read is a good network: it survives being written, and comes out the same the second time.
    const std::string once = entente::write_json(network);
    if (entente::write_json(entente::read_json(once, "written")) != once) {
      std::abort();
    }
  } catch (const entente::Error& error) {
    if (error.code() != entente::ErrorCode::BadFormat || error.where().starts_with("written")) {
      std::abort();
    }
  }
  return 0;
}
