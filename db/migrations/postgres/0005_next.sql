CREATE TABLE "journal_seal" (
	"ordinal" integer PRIMARY KEY NOT NULL,
	"up_to" bigint NOT NULL,
	"lines" integer NOT NULL,
	"hash" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "ledger_entry_at" ON "ledger_entry" USING btree ("at");