CREATE TABLE "appraisal_work" (
	"round_item_id" text PRIMARY KEY NOT NULL,
	"appraisal_id" text NOT NULL,
	"work_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appraisal_work" ADD CONSTRAINT "appraisal_work_round_item_id_round_item_id_fk" FOREIGN KEY ("round_item_id") REFERENCES "public"."round_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_work" ADD CONSTRAINT "appraisal_work_appraisal_id_appraisal_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_work" ADD CONSTRAINT "appraisal_work_work_id_minor_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."minor_work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appraisal_work_of" ON "appraisal_work" USING btree ("appraisal_id");--> statement-breakpoint
CREATE INDEX "appraisal_work_work" ON "appraisal_work" USING btree ("work_id");