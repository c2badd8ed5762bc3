CREATE TABLE "paper_check" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_plan_id" text NOT NULL,
	"book_entry_id" text,
	"settlement_voucher_id" text,
	"state" text NOT NULL,
	"words" text,
	"settled_by" text,
	"settled_at" bigint
);
--> statement-breakpoint
ALTER TABLE "paper_check" ADD CONSTRAINT "paper_check_visit_plan_id_visit_plan_id_fk" FOREIGN KEY ("visit_plan_id") REFERENCES "public"."visit_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_check" ADD CONSTRAINT "paper_check_book_entry_id_book_entry_id_fk" FOREIGN KEY ("book_entry_id") REFERENCES "public"."book_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_check" ADD CONSTRAINT "paper_check_settlement_voucher_id_settlement_voucher_id_fk" FOREIGN KEY ("settlement_voucher_id") REFERENCES "public"."settlement_voucher"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "paper_check_entry" ON "paper_check" USING btree ("visit_plan_id","book_entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "paper_check_voucher" ON "paper_check" USING btree ("visit_plan_id","settlement_voucher_id");