#include "core/dataset/dataset.h"
#include "core/dataset/open.h"
#include "core/dataset/readers.h"

#include <array>
#include <future>

namespace adit {
namespace {

using namespace dataset;

Status readAllButTrade(const sqlite::Database& database, Dataset& data) {
    constexpr std::array readers{readOutput,      readReserves,   readGovernance, readShares,
                                 readConsumption, readControl,    readMeasures,   readMarkets,
                                 readStockpiles,  readFacilities, readWarnings};
    for (const auto& read : readers) {
        if (const Status status = read(database, data); !status) return status;
    }
    return Done{};
}

// A file is looked through each time it is opened. That runs beside the reading, each on a connection of its own.
Status quickCheck(const std::filesystem::path& file) {
    auto database = open(file);
    if (!database) return database.error();
    return database->quickCheck();
}

Status readTradeFrom(const std::filesystem::path& file, const Dataset& registers, TradeTable& trade) {
    auto database = open(file);
    if (!database) return database.error();
    return readTrade(*database, registers, trade);
}

}  // namespace

Result<DatasetPtr> loadDataset(const std::filesystem::path& file) {
    auto database = open(file);
    if (!database) return database.error();
    auto data = std::make_shared<Dataset>();
    std::future<Status> check = std::async(std::launch::async, quickCheck, file);
    TradeTable trade;
    const Status registers = readRegisters(*database, *data);
    if (!registers) {
        const Status sound = check.get();
        return sound ? registers.error() : sound.error();
    }
    std::future<Status> traded = std::async(std::launch::async, readTradeFrom, file, std::cref(*data), std::ref(trade));
    const Status others = readAllButTrade(*database, *data);
    const Status flows = traded.get();
    if (const Status sound = check.get(); !sound) return sound.error();
    if (!others) return others.error();
    if (!flows) return flows.error();
    data->trade = std::move(trade);
    return DatasetPtr(std::move(data));
}

}  // namespace adit
