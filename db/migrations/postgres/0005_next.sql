CREATE TABLE "contract_filing" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"filed_on" text NOT NULL,
	"receipt_no" text,
	"filed_by" text NOT NULL,
	"filed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_settlement" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"framework_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"month" text NOT NULL,
	"orders" integer NOT NULL,
	"amount" bigint NOT NULL,
	"invoice_no" text NOT NULL,
	"state" text NOT NULL,
	"claimed_by" text NOT NULL,
	"claimed_at" bigint NOT NULL,
	"checked_by" text,
	"checked_at" bigint,
	"approved_by" text,
	"approved_at" bigint,
	"voucher_no" text,
	"paid_by" text,
	"paid_at" bigint,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "year_review" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"plan_id" text NOT NULL,
	"year" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"advice" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"given_by" text NOT NULL,
	"given_at" bigint NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" bigint,
	"line_id" text
);
--> statement-breakpoint
DROP INDEX "contract_award";--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "copies_at" bigint;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "year" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "renews_id" text;--> statement-breakpoint
ALTER TABLE "service_order" ADD COLUMN "settlement_id" text;--> statement-breakpoint
ALTER TABLE "contract_filing" ADD CONSTRAINT "contract_filing_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD CONSTRAINT "order_settlement_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD CONSTRAINT "order_settlement_provider_id_framework_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."framework_provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD CONSTRAINT "order_settlement_supplier_id_party_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_review" ADD CONSTRAINT "year_review_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_review" ADD CONSTRAINT "year_review_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contract_filing_once" ON "contract_filing" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "order_settlement_ref" ON "order_settlement" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "order_settlement_provider" ON "order_settlement" USING btree ("provider_id","month");--> statement-breakpoint
CREATE INDEX "order_settlement_state" ON "order_settlement" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "year_review_once" ON "year_review" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "year_review_plan" ON "year_review" USING btree ("plan_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_award" ON "contract" USING btree ("award_id","year");