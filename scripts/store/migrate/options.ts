import { parseArgs } from "node:util";

export const usage = `npm run migrate-to-firestore -- --project <id> [--database <id>] [options]

Copies everything of the embedded store to Google Cloud Firestore. What the target has is never changed: a document
that is there with the same content counts as copied, one with other content is reported, and the exit code is 1.

  --project <id>        the Google Cloud project to copy to
  --database <id>       its database, (default) when left out
  --data <folder>       the folder of the store; PARLEY_DATA, LOCAL_DIR or .local when left out
  --from-project <id>   the local project, needed only when the store holds several
  --dry-run             write nothing: say what would be created, what is there and what differs
  --resume              go on where an earlier run stopped (a run without it starts over, which is safe, only slower)
  --emulator <host>     a target without sign-in at host:port, to try it out
  --from <host>         a source at host:port that is neither the store nor on this folder (with --from-project)

Before: stop the app (keep the store's folder), create the database in native mode, and
  npx firebase deploy --only firestore --project <id>
so that indexes, rules and TTL are there. Sign in: gcloud auth application-default login, or
GOOGLE_APPLICATION_CREDENTIALS with the role Cloud Datastore User.
After: take PARLEY_DATA out of the app's environment, set FIREBASE_PROJECT_ID (and FIREBASE_DATABASE_ID), keep
CREDENTIALS_KEY, start. Keep the folder until you have seen that all is well. Media files are not documents: copy
the folder's media to where the app will look for them.`;

export type MigrateOptions = {
  project: string;
  database: string;
  data: string | undefined;
  fromProject: string | undefined;
  from: string | undefined;
  emulator: string | undefined;
  isDryRun: boolean;
  isResume: boolean;
};

/** What the command line asks for; null means help. Throws a sentence when it is not understood. */
export function migrateOptions(args: string[]): MigrateOptions | null {
  const { values } = parseArgs({
    args,
    options: {
      project: { type: "string" },
      database: { type: "string", default: "(default)" },
      data: { type: "string" },
      from: { type: "string" },
      "from-project": { type: "string" },
      emulator: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      resume: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return null;
  if (!values.project) throw new Error("--project is missing: the Google Cloud project to copy to.");
  if (values.from && !values["from-project"]) throw new Error("--from needs --from-project.");
  return {
    project: values.project,
    database: values.database,
    data: values.data,
    from: values.from,
    fromProject: values["from-project"],
    emulator: values.emulator,
    isDryRun: values["dry-run"],
    isResume: values.resume,
  };
}
