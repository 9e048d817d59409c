// Loaded into the language server before anything else: whoever opens a connection fails, and says so. A schema that is only
// found in the network would not be found in a hospital.
const net = require("node:net");

net.Socket.prototype.connect = function connect(...where) {
  process.stderr.write(`tried to connect: ${JSON.stringify(where[0])}\n`);
  throw new Error("no network in this test");
};
