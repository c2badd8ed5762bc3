CREATE TABLE "printout" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"hash" text NOT NULL,
	"issued_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bank_line" ADD COLUMN "settlement_id" text;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "paid_on" text;--> statement-breakpoint
ALTER TABLE "book_entry" ADD COLUMN "state" text DEFAULT 'entered' NOT NULL;--> statement-breakpoint
ALTER TABLE "book_entry" ADD COLUMN "reason" text;--> statement-breakpoint
CREATE UNIQUE INDEX "printout_hash" ON "printout" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "printout_subject" ON "printout" USING btree ("kind","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "book_entry_voucher" ON "book_entry" USING btree ("owner_id","voucher_no") WHERE state <> 'returned' and reverses_id is null;