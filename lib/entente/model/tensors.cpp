#include <entente/model/tensors.hpp>

#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include <entente/base/error.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t NameSize = 32;
constexpr std::size_t EntrySize = 64;  // name, type, rows, columns, reserved, offset, size
constexpr std::size_t HeaderSize = 64;
constexpr std::uint32_t MaxEntries = 4096;

template <typename T>
T read_at(std::span<const std::byte> bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

[[noreturn]] void refuse(const std::string& where, const std::string& what) {
  throw Error(ErrorCode::BadModel, where, what + "; train or install the model again");
}

}  // namespace

Tensors::Tensors(std::span<const std::byte> payload, std::string where) : where_(std::move(where)) {
  if (payload.size() < HeaderSize) {
    refuse(where_, "the table of arrays is cut off");
  }
  const auto count = read_at<std::uint32_t>(payload, 0);
  if (count > MaxEntries || payload.size() < HeaderSize + std::size_t{count} * EntrySize) {
    refuse(where_, "the table of arrays is cut off");
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t at = HeaderSize + std::size_t{i} * EntrySize;
    const auto* const name = reinterpret_cast<const char*>(payload.data() + at);
    Entry entry{{name, std::find(name, name + NameSize, '\0')}, {}, 0, 0, {}};
    const auto type = read_at<std::uint32_t>(payload, at + NameSize);
    entry.type = static_cast<Type>(type);
    entry.rows = read_at<std::uint32_t>(payload, at + NameSize + 4);
    entry.columns = read_at<std::uint32_t>(payload, at + NameSize + 8);
    const auto offset = read_at<std::uint64_t>(payload, at + NameSize + 16);
    const auto size = read_at<std::uint64_t>(payload, at + NameSize + 24);
    if (type > static_cast<std::uint32_t>(Type::Strings)) {
      refuse(where_, fmt::format("array '{}' is of an unknown type {}", entry.name, type));
    }
    if (offset % 64 != 0 || offset > payload.size() || size > payload.size() - offset) {
      refuse(where_, fmt::format("array '{}' reaches beyond its section", entry.name));
    }
    const std::uint64_t item = entry.type == Type::Int8 || entry.type == Type::Strings ? 1 : 4;
    if (std::uint64_t{entry.rows} * entry.columns != size / item || size % item != 0) {
      refuse(where_, fmt::format("array '{}' has {} bytes where {} × {} items were expected", entry.name, size,
                                 entry.rows, entry.columns));
    }
    entry.values = payload.subspan(offset, size);
    entries_.push_back(std::move(entry));
  }
}

bool Tensors::has(std::string_view name) const {
  return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.name == name; });
}

const Tensors::Entry& Tensors::find(std::string_view name, Type type) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.name == name; });
  if (found == entries_.end()) {
    refuse(where_, fmt::format("there is no array '{}'", name));
  }
  if (found->type != type) {
    refuse(where_, fmt::format("array '{}' is of another type than expected", name));
  }
  return *found;
}

template <typename T>
Matrix<T> Tensors::matrix(std::string_view name, Type type, std::uint32_t rows, std::uint32_t columns) const {
  const Entry& entry = find(name, type);
  if (entry.values.empty()) {
    refuse(where_, fmt::format("array '{}' is empty", name));
  }
  if ((rows != 0 && entry.rows != rows) || (columns != 0 && entry.columns != columns)) {
    refuse(where_, fmt::format("array '{}' is {} × {} where {} × {} was expected", name, entry.rows, entry.columns,
                               rows, columns));
  }
  return {
      {reinterpret_cast<const T*>(entry.values.data()), entry.values.size() / sizeof(T)}, entry.rows, entry.columns};
}

Matrix<float> Tensors::floats(std::string_view name, std::uint32_t rows, std::uint32_t columns) const {
  return matrix<float>(name, Type::Float, rows, columns);
}

Matrix<std::int8_t> Tensors::bytes(std::string_view name, std::uint32_t rows, std::uint32_t columns) const {
  return matrix<std::int8_t>(name, Type::Int8, rows, columns);
}

Matrix<std::uint32_t> Tensors::words(std::string_view name, std::uint32_t rows, std::uint32_t columns) const {
  return matrix<std::uint32_t>(name, Type::Uint32, rows, columns);
}

std::vector<std::string> Tensors::strings(std::string_view name) const {
  const Entry& entry = find(name, Type::Strings);
  const std::string_view all(reinterpret_cast<const char*>(entry.values.data()), entry.values.size());
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    lines.emplace_back(all.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace entente
