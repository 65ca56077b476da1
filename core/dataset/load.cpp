#include "core/dataset/checked.h"
#include "core/dataset/dataset.h"
#include "core/dataset/open.h"
#include "core/dataset/readers.h"
#include "core/dataset/rows_reader.h"

#include <array>
#include <future>

namespace adit {
namespace {

using namespace dataset;

Status readAllButTrade(const sqlite::Database& database, Dataset& data) {
    constexpr std::array readers{readOutput,     readReserves,   readGovernance, readShares,  readConsumption,
                                 readUsSalient,  readControl,    readMeasures,   readMarkets, readStockpiles,
                                 readFacilities, readMixedCodes, readWarnings};
    for (const auto& read : readers) {
        if (const Status status = read(database, data); !status) return status;
    }
    return Done{};
}

// Runs beside the reading, on a connection of its own. Trade is left to its reader, which sees every row anyway:
// checking it here would take longer than all the rest together.
Status quickCheck(const std::filesystem::path& file) {
    const auto database = open(file);
    if (!database) return database.error();
    const auto tables = database->tables();
    if (!tables) return tables.error();
    for (const std::string& table : *tables) {
        if (table == "trade") continue;
        if (const Status status = database->quickCheck(table); !status) return status;
    }
    return Done{};
}

Status readTradePart(const std::filesystem::path& file, const Dataset& registers, std::size_t first, std::size_t last,
                     TradeTable& trade) {
    const auto database = open(file);
    if (!database) return database.error();
    return readTrade(*database, registers, first, last, trade);
}

std::future<Status> startPart(const std::filesystem::path& file, const Dataset& registers, std::size_t first,
                              std::size_t last, TradeTable& trade) {
    return std::async(std::launch::async, readTradePart, file, std::cref(registers), first, last, std::ref(trade));
}

Status readAll(const sqlite::Database& database, Dataset& data) {
    if (const Status status = readRegisters(database, data); !status) return status;
    TradeTable trade;
    if (const Status status = sizeTrade(database, trade); !status) return status;
    const std::size_t middle = trade.size() / 2;
    std::future<Status> head = startPart(database.file(), data, 0, middle, trade);
    std::future<Status> tail = startPart(database.file(), data, middle, trade.size(), trade);
    const Status others = readAllButTrade(database, data);
    for (const Status& status : {others, head.get(), tail.get()}) {
        if (!status) return status;
    }
    if (!isSound(trade)) return damaged(database.file().string());
    data.trade = std::move(trade);
    return Done{};
}

}  // namespace

Result<DatasetPtr> loadDataset(const std::filesystem::path& file) {
    const auto database = open(file);
    if (!database) return database.error();
    const bool knownSound = wasFoundSound(file);
    std::future<Status> check;
    if (!knownSound) check = std::async(std::launch::async, quickCheck, file);
    auto data = std::make_shared<Dataset>();
    const Status reading = readAll(*database, *data);
    // What the check finds names the damage better than what it led to.
    if (check.valid()) {
        if (const Status sound = check.get(); !sound) return sound.error();
    }
    if (!reading) return reading.error();
    if (!knownSound) rememberSound(file);
    return DatasetPtr(std::move(data));
}

}  // namespace adit
