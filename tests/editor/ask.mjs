// Asks the YAML language server what an editor would ask it.
//
// In: on standard input `{ root, questions: [{ path, text, complete?, hover? }] }`, positions as `[line, character]` from zero. Out: for
// each question `{ diagnostics: [message], completions: [{ label, documentation }], hover }`, and `connected`: what it tried to fetch.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const here = new URL(".", import.meta.url);
const { root, questions } = JSON.parse(readFileSync(0, "utf8"));

// What an editor without any settings of its own sends, but for the two catalogues in the network.
const settings = {
  yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } },
};

const program = createRequire(import.meta.url).resolve("yaml-language-server/bin/yaml-language-server");
const server = spawn(process.execPath, ["--require", new URL("offline.cjs", here).pathname, program, "--stdio"], {
  stdio: ["pipe", "pipe", "pipe"],
});
let errors = "";
server.stderr.on("data", (piece) => (errors += piece));

let number = 0;
const waiting = new Map();
const published = new Map();
const listeners = new Set();

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  server.stdin.write(body);
}

function request(method, params) {
  const id = ++number;
  send({ id, method, params });
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

function configuration({ items }) {
  return items.map(({ section }) => (section ? settings[section] ?? {} : settings));
}

function receive(message) {
  if (message.method && message.id !== undefined) {
    const result = message.method === "workspace/configuration" ? configuration(message.params) : null;
    send({ id: message.id, result });
  } else if (message.id !== undefined) {
    const { resolve, reject } = waiting.get(message.id);
    waiting.delete(message.id);
    message.error ? reject(new Error(JSON.stringify(message.error))) : resolve(message.result);
  } else if (message.method === "textDocument/publishDiagnostics") {
    published.set(message.params.uri, message.params.diagnostics);
    listeners.forEach((listener) => listener());
  }
}

let pending = Buffer.alloc(0);
server.stdout.on("data", (piece) => {
  pending = Buffer.concat([pending, piece]);
  for (;;) {
    const end = pending.indexOf("\r\n\r\n");
    if (end < 0) return;
    const length = Number(/Content-Length: (\d+)/i.exec(pending.subarray(0, end).toString())[1]);
    if (pending.length < end + 4 + length) return;
    const body = pending.subarray(end + 4, end + 4 + length);
    pending = pending.subarray(end + 4 + length);
    receive(JSON.parse(body.toString()));
  }
});

function diagnosed(uri) {
  return new Promise((resolve) => {
    const look = () => published.has(uri) && (listeners.delete(look), resolve(published.get(uri)));
    listeners.add(look);
    look();
  });
}

const plain = (documentation) => (typeof documentation === "string" ? documentation : documentation?.value ?? "");

async function answer({ path, text, complete, hover }) {
  const uri = pathToFileURL(`${root}/${path}`).href;
  const at = ([line, character]) => ({ textDocument: { uri }, position: { line, character } });
  send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: 1, text } } });
  const told = { path, diagnostics: (await diagnosed(uri)).map(({ message, range }) => `${range.start.line + 1}: ${message}`) };
  if (complete) {
    const list = await request("textDocument/completion", at(complete));
    told.completions = list.items.map(({ label, documentation }) => ({ label, documentation: plain(documentation) }));
  }
  if (hover) told.hover = plain((await request("textDocument/hover", at(hover)))?.contents);
  return told;
}

await request("initialize", {
  processId: process.pid,
  rootUri: pathToFileURL(root).href,
  workspaceFolders: [{ uri: pathToFileURL(root).href, name: "project" }],
  capabilities: {
    workspace: { configuration: true, workspaceFolders: true },
    textDocument: {
      completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown", "plaintext"] } },
      hover: { contentFormat: ["markdown", "plaintext"] },
      publishDiagnostics: {},
    },
  },
});
send({ method: "initialized", params: {} });
send({ method: "workspace/didChangeConfiguration", params: { settings } });

const answers = await Promise.all(questions.map(answer));
const connected = errors.split("\n").filter((line) => line.startsWith("tried to connect"));
process.stdout.write(JSON.stringify({ answers, connected }));
server.kill();
process.exit(0);
