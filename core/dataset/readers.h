// One reader a subject: one statement, row to struct. Registers are read first, because the others refer to them.
#pragma once

#include "core/dataset/dataset.h"
#include "core/sqlite/database.h"

namespace adit::dataset {

Status readRegisters(const sqlite::Database& database, Dataset& data);
Status readOutput(const sqlite::Database& database, Dataset& data);  // production, incomplete, capacity, preferences
Status readReserves(const sqlite::Database& database, Dataset& data);
// Fills a table of its own, so that it can run on another thread than the other readers.
Status readTrade(const sqlite::Database& database, const Dataset& registers, TradeTable& trade);
Status readGovernance(const sqlite::Database& database, Dataset& data);
Status readShares(const sqlite::Database& database, Dataset& data);
Status readConsumption(const sqlite::Database& database, Dataset& data);
Status readControl(const sqlite::Database& database, Dataset& data);
Status readMeasures(const sqlite::Database& database, Dataset& data);
Status readMarkets(const sqlite::Database& database, Dataset& data);  // lists, prices, events
Status readStockpiles(const sqlite::Database& database, Dataset& data);
Status readFacilities(const sqlite::Database& database, Dataset& data);  // with stakes
Status readWarnings(const sqlite::Database& database, Dataset& data);

}  // namespace adit::dataset
