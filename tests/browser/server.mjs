// A site of a test's own: it can be deployed anew, stopped and started, and mounted below a sub-folder.
import { spawn } from "node:child_process";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const xtask = (process.env.SIPAS_XTASK ?? "cargo xtask").split(" ");

/** The built site, and the same site under another build name. */
export const sites = {
  current: path.join(root, "dist"),
  next: process.env.SIPAS_NEXT_SITE ?? path.join(root, "target/steps/site-next"),
};

/** Serves a copy of `site`; `url` ends with a slash. */
export async function serve(site, { base = "/" } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), "sipas-site-"));
  await cp(site, folder, { recursive: true });
  const server = { folder, url: "", port: 0, child: null };

  server.start = () =>
    new Promise((resolve, reject) => {
      const [program, ...words] = xtask;
      const args = [...words, "serve", "--no-build", "--dist", folder, "--port", String(server.port), "--base", base];
      server.child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
      let said = "";
      const listen = (data) => {
        said += data;
        const found = said.match(/serving on (http:\/\/127\.0\.0\.1:(\d+)\S*)/);
        if (!found) return;
        server.url = found[1];
        server.port = Number(found[2]);
        resolve(server);
      };
      server.child.stdout.on("data", listen);
      server.child.stderr.on("data", (data) => (said += data));
      server.child.once("exit", (code) => reject(new Error(`the server stopped (${code}): ${said}`)));
    });
  server.stop = () =>
    new Promise((resolve) => {
      if (!server.child || server.child.exitCode !== null || server.child.signalCode !== null) return resolve();
      server.child.once("exit", () => resolve());
      server.child.kill();
    });
  /** Replaces what is served, as an upload of another build does. */
  server.deploy = async (other) => {
    for (const name of await readdir(folder)) await rm(path.join(folder, name), { recursive: true });
    await cp(other, folder, { recursive: true });
  };
  server.remove = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return server.start();
}
