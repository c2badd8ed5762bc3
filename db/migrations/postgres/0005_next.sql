ALTER TABLE "rating" ADD COLUMN "hidden_ground" text;--> statement-breakpoint
ALTER TABLE "rating" ADD COLUMN "restored_reason" text;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD COLUMN "gift_id" text;--> statement-breakpoint
CREATE INDEX "ledger_entry_gift" ON "ledger_entry" USING btree ("gift_id");