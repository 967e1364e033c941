// Asks the endpoint for other sites, by two libraries that others wrote for Akismet, with nothing changed but where it
// is. Prints what they understood, as JSON. Arguments: the port; the key is in AKISMET_KEY.
import { spawnSync } from "node:child_process";
import dns from "node:dns";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const installed = join(here, "node_modules", ".package-lock.json");
const lock = join(here, "package-lock.json");

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  // npm is a shell script on Windows, which only a shell can start.
  const shell = process.platform === "win32";
  const { status } = spawnSync("npm", ["ci", "--loglevel=error"], { cwd: here, stdio: ["ignore", 2, 2], shell });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

// The record *.rest.test that a site owner would make.
const resolve = dns.lookup;
dns.lookup = (name, options, answer) =>
  resolve(name.endsWith("rest.test") ? "127.0.0.1" : name, options, answer);

const { AkismetClient } = (await import("akismet-api")).default;
const { Author, Blog, CheckResult, Client, Comment } = await import("@cedx/akismet");

const port = process.argv[2];
const key = process.env.AKISMET_KEY;
const url = "https://blog.example/";
const wrong = `rj-${"a".repeat(52)}`;

const honest = "I never noticed the mirror in the second act. I will watch it again tonight with my sister.";
const spam = "Cheap viagra online no prescription, best casino bonus, click here http://best-pills.test/buy";

/** One library says the key in the host's name, and in a field where it is to be verified. */
function byHost(secret) {
  return new AkismetClient({ key: secret, blog: url, host: `rest.test:${port}`, protocol: "http" });
}

/** The other says it in a field; or, with a base address that has it, in the path alone. */
function byField(secret, options = {}) {
  return new Client(secret, new Blog({ url }), { baseUrl: `http://127.0.0.1:${port}`, ...options });
}

function byPath(secret) {
  return byField("", { baseUrl: `http://127.0.0.1:${port}/${secret}/` });
}

function comment(content, more = {}) {
  return new Comment({
    author: new Author({ ipAddress: "192.0.2.7", name: "Anna", userAgent: "Mozilla/5.0", ...more }),
    content,
    permalink: `${url}a-post`,
  });
}

async function attempt(step) {
  try {
    return await step();
  } catch (error) {
    return error.message;
  }
}

/** Says of a dozen comments what they are, and asks of another until the answer is yes. */
async function taught() {
  const asking = byField(key, { isTest: true });
  const text = (night) => `Grandfather clocks restored at night ${night}, ask the tower keeper for the brass key.`;
  const before = await asking.checkComment(comment(text("13")));
  for (let night = 1; night <= 12; night += 1) {
    await byField(key).submitSpam(comment(text(night)));
  }
  const end = Date.now() + 60_000;
  let after = before;
  while (after === CheckResult.ham && Date.now() < end) {
    await new Promise((again) => setTimeout(again, 200));
    after = await asking.checkComment(comment(text("13")));
  }
  return { before, after };
}

const ofHost = { user_ip: "192.0.2.7", comment_author: "Anna", permalink: `${url}a-post` };
console.log(
  JSON.stringify({
    verify: {
      host: await byHost(key).verifyKey(),
      field: await byField(key).verifyKey(),
      path: await byPath(key).verifyKey(),
      wrong: [await byHost(wrong).verifyKey(), await byField(wrong).verifyKey(), await byPath(wrong).verifyKey()],
    },
    honest: {
      host: await byHost(key).checkSpam({ ...ofHost, content: honest }),
      field: await byField(key).checkComment(comment(honest)),
      path: await byPath(key).checkComment(comment(honest)),
    },
    spam: {
      host: await byHost(key).checkSpam({ ...ofHost, content: spam }),
      field: await byField(key).checkComment(comment(spam)),
      path: await byPath(key).checkComment(comment(spam)),
    },
    pervasive: await byField(key).checkComment(
      comment(`${spam} http://cheap-replica.test/watches`, { url: "http://www.best-seo-services.test/" }),
    ),
    refused: {
      key: await attempt(() => byHost(wrong).checkSpam({ ...ofHost, content: honest })),
      missing: await attempt(() => byHost(key).checkSpam({ content: honest })),
    },
    thanks: {
      spam: (await byHost(key).submitSpam({ ...ofHost, content: spam })).text,
      ham: (await byHost(key).submitHam({ ...ofHost, content: honest })).text,
    },
    taught: await taught(),
  }),
);
