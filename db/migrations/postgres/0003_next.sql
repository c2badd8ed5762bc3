CREATE TABLE "burden_form" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"month" text NOT NULL,
	"kind" text NOT NULL,
	"office" text NOT NULL,
	"name" text NOT NULL,
	"copies" integer NOT NULL,
	"minutes" integer NOT NULL,
	"duty_id" text,
	"duty_outside" boolean DEFAULT false NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" bigint NOT NULL,
	"struck_by" text,
	"struck_at" bigint,
	"struck_reason" text
);
--> statement-breakpoint
CREATE TABLE "petition" (
	"id" text PRIMARY KEY NOT NULL,
	"suggestion_id" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"from_party_id" text NOT NULL,
	"from_role" text NOT NULL,
	"referred_by" text NOT NULL,
	"referred_at" bigint NOT NULL,
	"notify_due_on" text NOT NULL,
	"object_due_on" text NOT NULL,
	"office" text,
	"accepted_at" bigint,
	"finish_due_on" text,
	"extended_at" bigint,
	"extend_reason" text,
	"finished_at" bigint,
	"opinion_no" text
);
--> statement-breakpoint
ALTER TABLE "burden_form" ADD CONSTRAINT "burden_form_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "burden_form" ADD CONSTRAINT "burden_form_committee_id_party_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "burden_form" ADD CONSTRAINT "burden_form_duty_id_duty_id_fk" FOREIGN KEY ("duty_id") REFERENCES "public"."duty"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition" ADD CONSTRAINT "petition_suggestion_id_suggestion_id_fk" FOREIGN KEY ("suggestion_id") REFERENCES "public"."suggestion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition" ADD CONSTRAINT "petition_from_party_id_party_id_fk" FOREIGN KEY ("from_party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "burden_form_month" ON "burden_form" USING btree ("community_id","month");--> statement-breakpoint
CREATE INDEX "petition_suggestion" ON "petition" USING btree ("suggestion_id","referred_at");