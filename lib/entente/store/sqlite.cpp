#include <entente/store/sqlite.hpp>

#include <filesystem>
#include <new>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include <entente/base/error.hpp>
#include <entente/store/packed.hpp>

namespace entente::inline v0_1::sqlite {

namespace {

constexpr int WaitMilliseconds = 60'000;

// The SQL function inflate(BLOB), which unpacks a text of deflated(). A view of the articles' prose calls it.
void inflate(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
  const auto* const bytes = static_cast<const char*>(sqlite3_value_blob(values[0]));
  const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
  try {
    const std::string text = inflated({bytes, size}, "");
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } catch (const std::exception& error) {
    sqlite3_result_error(context, error.what(), -1);
  }
}

void check_exists(const std::string& path, Access access) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    throw Error(ErrorCode::NotReadable, path, "is a folder; expected a store, or the name of a new one");
  }
  if (access != Access::Create && !std::filesystem::exists(path, error)) {
    throw Error(ErrorCode::NotFound, path,
                fmt::format("no such store; make one by: entente store {} add ARTICLE…", path));
  }
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Statement::Statement(const Database& database, std::string_view sql) : database_(&database) {
  sqlite3_stmt* made = nullptr;
  const int result = sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &made, nullptr);
  statement_.reset(made);
  if (result != SQLITE_OK) {
    database.fail(result);
  }
}

void Statement::bind_one(int at, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), at, text.data() == nullptr ? "" : text.data(), text.size(), SQLITE_TRANSIENT,
                      SQLITE_UTF8);
}

void Statement::bind_one(int at, Blob blob) {
  sqlite3_bind_blob64(statement_.get(), at, blob.bytes.data() == nullptr ? "" : blob.bytes.data(), blob.bytes.size(),
                      SQLITE_TRANSIENT);
}

void Statement::bind_one(int at, std::int64_t value) { sqlite3_bind_int64(statement_.get(), at, value); }
void Statement::bind_one(int at, double value) { sqlite3_bind_double(statement_.get(), at, value); }
void Statement::bind_one(int at, std::nullptr_t /*nothing*/) { sqlite3_bind_null(statement_.get(), at); }

bool Statement::step() {
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) {
    return true;
  }
  if (result != SQLITE_DONE) {
    database_->fail(result);
  }
  return false;
}

void Statement::run() {
  step();
  reset();
}

std::int64_t Statement::insert() {
  run();
  return sqlite3_last_insert_rowid(database_->handle());
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

std::int64_t Statement::whole(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }
bool Statement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

std::string_view Statement::view(int column) const {
  const auto* const bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, static_cast<std::size_t>(size));
}

Database::Database(std::string path, Access access) : path_(std::move(path)) {
  check_exists(path_, access);
  const int flags = access == Access::Read    ? SQLITE_OPEN_READONLY
                    : access == Access::Write ? SQLITE_OPEN_READWRITE
                                              : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* made = nullptr;
  // File names may begin with "-" or "file:".
  const std::string name = path_.starts_with('/') ? path_ : "./" + path_;
  const int result = sqlite3_open_v2(name.c_str(), &made, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(made);
  if (result != SQLITE_OK) {
    fail(result);
  }
  sqlite3_busy_timeout(handle(), WaitMilliseconds);
  sqlite3_extended_result_codes(handle(), 1);
  sqlite3_create_function_v2(handle(), "inflate", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                             inflate, nullptr, nullptr, nullptr);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA cache_size = "
      "-16000;");
}

void Database::run(const char* sql) const {
  const int result = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) {
    fail(result);
  }
}

void Database::run_patiently(const char* sql) const {
  constexpr int PauseMilliseconds = 10;
  int result = SQLITE_BUSY;
  for (int waited = 0; (result & 0xFF) == SQLITE_BUSY && waited < WaitMilliseconds; waited += PauseMilliseconds) {
    sqlite3_sleep(waited == 0 ? 0 : PauseMilliseconds);
    result = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
  }
  if (result != SQLITE_OK) {
    fail(result);
  }
}

std::int64_t Database::whole(std::string_view sql) const {
  Statement statement(*this, sql);
  return statement.step() ? statement.whole(0) : 0;
}

std::int64_t Database::changes() const { return sqlite3_changes64(handle()); }

void Database::fail(int result) const {
  const std::string reason = sqlite3_errmsg(handle());
  const int code = result & 0xFF;
  if (code == SQLITE_NOTADB) {
    throw Error(ErrorCode::BadFormat, path_,
                "is no store of articles; expected a file that entente store FILE add made");
  }
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
    throw Error(ErrorCode::NotReadable, path_, "another program is writing to it; try again when that has ended");
  }
  if (code == SQLITE_FULL) {
    throw Error(ErrorCode::NotReadable, path_, "the disk is full; what was committed before is safe");
  }
  if (code == SQLITE_CANTOPEN || code == SQLITE_PERM || code == SQLITE_READONLY || code == SQLITE_IOERR) {
    throw Error(
        ErrorCode::NotReadable, path_,
        fmt::format("cannot be opened or written ({}); check the permissions of the file and its folder", reason));
  }
  if (code == SQLITE_NOMEM) {
    throw std::bad_alloc();
  }
  // SQLITE_CORRUPT. Also SQLITE_ERROR and others: the damaged file lacks a table or column that a statement uses.
  throw Error(
      ErrorCode::BadFormat, path_,
      fmt::format("is damaged ({}); put a copy in its place, or save what is left of it by: sqlite3 {} .recover | "
                  "sqlite3 rescued.db",
                  reason, path_));
}

Transaction::Transaction(const Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
  if (open_) {
    sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace entente::sqlite
