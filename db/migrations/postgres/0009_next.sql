CREATE TABLE "appraisal_item" (
	"round_item_id" text PRIMARY KEY NOT NULL,
	"appraisal_id" text NOT NULL,
	"contract_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appraisal" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"community_id" text NOT NULL,
	"year" integer NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appraisal_item" ADD CONSTRAINT "appraisal_item_round_item_id_round_item_id_fk" FOREIGN KEY ("round_item_id") REFERENCES "public"."round_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_item" ADD CONSTRAINT "appraisal_item_appraisal_id_appraisal_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_item" ADD CONSTRAINT "appraisal_item_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appraisal_item_contract" ON "appraisal_item" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "appraisal_round" ON "appraisal" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "appraisal_community" ON "appraisal" USING btree ("community_id","year");